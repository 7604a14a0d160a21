/** Settings of models, losses and training as checked, immutable records; no engine, no files. */
package io.github.alprolab.alpro.config;
