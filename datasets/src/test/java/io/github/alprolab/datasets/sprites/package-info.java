/** Tests of the package {@code sprites}. */
package io.github.alprolab.datasets.sprites;
