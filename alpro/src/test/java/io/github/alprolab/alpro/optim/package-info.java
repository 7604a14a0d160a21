/** Tests of the package {@code optim}. */
package io.github.alprolab.alpro.optim;
