/**
 * Parquet, as data frames and Spark read and write it: features of clips in files, and texts of a
 * flat file, such as paths with captions.
 *
 * <p>Start at {@link io.github.alprolab.datasets.parquet.FeatureFile} and {@link
 * io.github.alprolab.datasets.parquet.TextColumns}. Depends on parquet-java, without Hadoop. Uses
 * {@code datasets}, {@code file} and {@code readers}.
 */
package io.github.alprolab.datasets.parquet;
