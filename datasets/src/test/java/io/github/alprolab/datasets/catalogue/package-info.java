/** Tests of the package {@code catalogue}. */
package io.github.alprolab.datasets.catalogue;
