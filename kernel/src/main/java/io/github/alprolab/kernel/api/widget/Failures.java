package io.github.alprolab.kernel.api.widget;

/** Errors of several pieces of work that all have to be done. */
final class Failures {
    private RuntimeException first;

    /** Does a piece of work; its error waits. */
    void guard(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            add(e);
        } catch (Error e) { // ends a cell that is stopped: nothing more is done
            if (first != null) {
                e.addSuppressed(first);
            }
            throw e;
        }
    }

    private void add(RuntimeException e) {
        if (first == null) {
            first = e;
        } else if (first != e) {
            first.addSuppressed(e);
        }
    }

    /** Throws the first error, where there was one. */
    void throwFirst() {
        if (first != null) {
            throw first;
        }
    }
}
