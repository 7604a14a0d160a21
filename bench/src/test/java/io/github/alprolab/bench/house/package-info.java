/** Tests of the package {@code house}. */
package io.github.alprolab.bench.house;
