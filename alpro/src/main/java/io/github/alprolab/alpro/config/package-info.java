/**
 * Settings of models, losses and training as checked, immutable values; no engine, no files. Uses
 * {@code setting}.
 */
package io.github.alprolab.alpro.config;
