/** Tests of the package {@code readers}. */
package io.github.alprolab.datasets.readers;
