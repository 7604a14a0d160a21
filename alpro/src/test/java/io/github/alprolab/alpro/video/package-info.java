/** Tests of the package {@code video}. */
package io.github.alprolab.alpro.video;
