/** Tests of the package {@code objective}. */
package io.github.alprolab.alpro.objective;
