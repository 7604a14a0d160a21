/** Tests of the package {@code file}. */
package io.github.alprolab.datasets.file;
