/** Tests of the package {@code training}. */
package io.github.alprolab.bench.training;
