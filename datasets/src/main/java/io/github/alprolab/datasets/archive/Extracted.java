package io.github.alprolab.datasets.archive;

import java.nio.file.Path;

/**
 * What an extraction left behind.
 *
 * @param folder where the files are
 * @param files of the archive, those that were there already included
 * @param resumed how many of them an interrupted run had unpacked before
 * @param bytes of all files
 */
public record Extracted(Path folder, long files, long resumed, long bytes) {}
