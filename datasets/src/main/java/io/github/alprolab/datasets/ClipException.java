package io.github.alprolab.datasets;

import java.nio.file.Path;

/** A video that cannot be read or written: the message names the file, the cause and what to do. */
public final class ClipException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;

    /**
     * @param file the video concerned
     * @param cause why it failed, as the end of a sentence
     */
    public ClipException(Path file, String cause) {
        this(file, cause, null);
    }

    /**
     * @param file the video concerned
     * @param cause why it failed, as the end of a sentence
     * @param underlying the exception behind it, or none
     */
    public ClipException(Path file, String cause, Throwable underlying) {
        super("video " + file + ": " + cause, underlying);
        this.file = file.toString();
    }

    /** The file concerned. */
    public Path file() {
        return Path.of(file);
    }
}
