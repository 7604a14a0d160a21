/**
 * Settings of models, losses and training as checked, immutable values; no engine, no files.
 * Depends on {@code setting} alone.
 */
package io.github.alprolab.alpro.config;
