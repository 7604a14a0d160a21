/**
 * Archives of data sets, unpacked as if their maker were hostile. Entry type: {@link
 * io.github.alprolab.datasets.archive.Extraction}. Depends on Commons Compress.
 *
 * <p>Uses {@code file}.
 */
package io.github.alprolab.datasets.archive;
