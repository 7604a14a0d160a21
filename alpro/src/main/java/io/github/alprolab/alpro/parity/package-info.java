/**
 * Golden numbers: cases whose weights and inputs a formula makes from names and whose results the
 * published PyTorch classes computed. Entry type: {@link io.github.alprolab.alpro.parity.Parity},
 * the command {@code ./lab parity}. May depend on every other package of the module.
 */
package io.github.alprolab.alpro.parity;
