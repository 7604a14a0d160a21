/** Tests of the package {@code augmentation}. */
package io.github.alprolab.datasets.augmentation;
