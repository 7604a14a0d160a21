/** Tests of the package {@code bench}. */
package io.github.alprolab.alpro.bench;
