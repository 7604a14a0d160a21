/** Tests of the package {@code config}. */
package io.github.alprolab.alpro.config;
