/** Tests of the package {@code gallery}. */
package io.github.alprolab.datasets.gallery;
