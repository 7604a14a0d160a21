/** Tests of the package {@code parquet}. */
package io.github.alprolab.datasets.parquet;
