package io.github.alprolab.kernel.api;

/** An output in the notebook that is replaced in place. */
@FunctionalInterface
public interface LiveDisplay {
    /** Shows another state instead of the present one. */
    void update(MimeBundle bundle);
}
