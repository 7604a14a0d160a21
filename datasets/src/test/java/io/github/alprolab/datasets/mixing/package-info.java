/** Tests of the package {@code mixing}. */
package io.github.alprolab.datasets.mixing;
