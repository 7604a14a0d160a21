package io.github.alprolab.datasets.archive;

/** Hears how far an extraction is, once after each entry. */
@FunctionalInterface
public interface ArchiveProgress {
    /**
     * @param files whole files that are there, those of an interrupted run included
     * @param bytes their bytes
     * @param share of the archive that was read, 0 to 1
     * @param entry name of the last one
     */
    void extracted(long files, long bytes, double share, String entry);

    /** Hears nothing. */
    static ArchiveProgress silent() {
        return (files, bytes, share, entry) -> {};
    }
}
