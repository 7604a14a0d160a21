/** Tests of the package {@code video}. */
package io.github.alprolab.datasets.video;
