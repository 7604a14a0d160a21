package io.github.alprolab.datasets;

import java.nio.file.Path;

/** A video that cannot be read or written: the message names the file, the cause and what to do. */
public final class ClipException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final ClipFault fault;
    private final String reason;

    /**
     * Of reading.
     *
     * @param file the video concerned
     * @param fault the kind of cause
     * @param cause why it failed, as the end of a sentence
     */
    public ClipException(Path file, ClipFault fault, String cause) {
        this(file, fault, cause, null);
    }

    /**
     * Of writing.
     *
     * @param file the video concerned
     * @param cause why it failed, as the end of a sentence
     */
    public ClipException(Path file, String cause) {
        this(file, cause, null);
    }

    /**
     * Of writing.
     *
     * @param file the video concerned
     * @param cause why it failed, as the end of a sentence
     * @param underlying the exception behind it, or none
     */
    public ClipException(Path file, String cause, Throwable underlying) {
        this(file, ClipFault.NOT_WRITTEN, cause, underlying);
    }

    /**
     * @param file the video concerned
     * @param fault the kind of cause
     * @param cause why it failed, as the end of a sentence
     * @param underlying the exception behind it, or none
     */
    public ClipException(Path file, ClipFault fault, String cause, Throwable underlying) {
        super("video " + file + ": " + cause, underlying);
        this.file = file.toString();
        this.fault = fault;
        this.reason = cause;
    }

    /** The file concerned. */
    public Path file() {
        return Path.of(file);
    }

    /** Why it failed, as the end of a sentence. */
    public String reason() {
        return reason;
    }

    /** The kind of cause. */
    public ClipFault fault() {
        return fault;
    }
}
