/** Tests of the package {@code archive}. */
package io.github.alprolab.datasets.archive;
