/** Tests of the package {@code datasets}. */
package io.github.alprolab.datasets;
