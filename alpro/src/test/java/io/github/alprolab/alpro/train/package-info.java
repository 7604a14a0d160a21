/** Tests of the package {@code train}. */
package io.github.alprolab.alpro.train;
