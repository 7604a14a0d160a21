/**
 * Golden numbers: cases whose weights and inputs a formula makes from names and whose results the
 * published PyTorch classes computed. Entry type: {@link io.github.alprolab.bench.parity.Parity},
 * the command {@code ./lab parity}. May depend on every package of {@code alpro}.
 */
package io.github.alprolab.bench.parity;
