package io.github.alprolab.datasets.readers;

/**
 * An annotation file that cannot be used: the message names the file, the row and column where
 * there is one, what was found, what is allowed and what to do.
 */
public final class AnnotationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells where data are to be had, and what belongs into a folder. */
    private static final String LIST = "Datasets.list()";

    private final String fix;

    /**
     * @param source the file concerned
     * @param cause why it failed and what to do
     */
    public AnnotationException(String source, String cause) {
        this(source, cause, null);
    }

    /**
     * @param source the file concerned
     * @param cause why it failed and what to do
     * @param underlying the exception behind it, or none
     */
    public AnnotationException(String source, String cause, Throwable underlying) {
        this(source, cause, underlying, LIST);
    }

    private AnnotationException(String source, String cause, Throwable underlying, String fix) {
        super("annotations " + source + ": " + cause, underlying);
        this.fix = fix;
    }

    /** Where something is missing that can be done without: the call that leaves it out. */
    static AnnotationException leaving(String source, String cause, String call) {
        return new AnnotationException(source, cause, null, call);
    }

    /** With the place inside the file. */
    static AnnotationException at(String source, long row, String column, String cause) {
        return new AnnotationException(
                source,
                "row %d, column \"%s\": %s".formatted(row, column, cause),
                null,
                "Datasets.annotations(\"" + source + "\")");
    }

    /** What a notebook may write then. */
    public String fix() {
        return fix;
    }
}
