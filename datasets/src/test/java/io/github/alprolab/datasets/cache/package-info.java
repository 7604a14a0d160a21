/** Tests of the package {@code cache}. */
package io.github.alprolab.datasets.cache;
