package io.github.alprolab.datasets.readers;

/**
 * An annotation file that cannot be used: the message names the file, the row and column where
 * there is one, what was found, what is allowed and what to do.
 */
public final class AnnotationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

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
        super("annotations " + source + ": " + cause, underlying);
    }

    /** With the place inside the file. */
    static AnnotationException at(String source, long row, String column, String cause) {
        return new AnnotationException(
                source, "row %d, column \"%s\": %s".formatted(row, column, cause));
    }
}
