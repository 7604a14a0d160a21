/** Tests of the package {@code parity}. */
package io.github.alprolab.bench.parity;
