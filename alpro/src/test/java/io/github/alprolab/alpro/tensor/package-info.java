/** Tests of the package {@code tensor}. */
package io.github.alprolab.alpro.tensor;
