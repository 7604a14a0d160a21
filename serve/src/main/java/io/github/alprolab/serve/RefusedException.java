package io.github.alprolab.serve;

/** A request that is answered by words why it is not done. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * One refusal.
     *
     * @param status of HTTP, 400 to 599
     * @param words what was given and what is allowed
     */
    RefusedException(int status, String words) {
        super(words);
        this.status = status;
    }

    int status() {
        return status;
    }
}
