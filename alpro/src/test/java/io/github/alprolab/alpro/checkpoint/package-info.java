/** Tests of the package {@code checkpoint}. */
package io.github.alprolab.alpro.checkpoint;
