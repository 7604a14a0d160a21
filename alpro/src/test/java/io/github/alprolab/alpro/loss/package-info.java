/** Tests of the package {@code loss}. */
package io.github.alprolab.alpro.loss;
