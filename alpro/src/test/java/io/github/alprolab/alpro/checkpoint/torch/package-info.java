/** Tests of the package {@code torch}. */
package io.github.alprolab.alpro.checkpoint.torch;
