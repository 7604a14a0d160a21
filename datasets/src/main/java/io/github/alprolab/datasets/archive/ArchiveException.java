package io.github.alprolab.datasets.archive;

import java.nio.file.Path;

/** An archive that is not unpacked: the message names archive, entry, cause and what to do. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param archive the archive concerned
     * @param cause why it failed and what to do
     */
    public ArchiveException(Path archive, String cause) {
        this(archive, cause, null);
    }

    /**
     * @param archive the archive concerned
     * @param cause why it failed and what to do
     * @param underlying the exception behind it, or none
     */
    public ArchiveException(Path archive, String cause, Throwable underlying) {
        super("archive " + archive + ": " + cause, underlying);
    }
}
