package io.github.alprolab.kernel.session;

/**
 * A snippet that JShell gets in other words than its author's.
 *
 * @param written by the author
 * @param code what JShell compiles, of the same lines
 * @param from index at which they differ
 * @param removed how many characters of the author's are left out there
 */
record Rewritten(String written, String code, int from, int removed) {

    /** A snippet that is compiled as it is written. */
    static Rewritten none(String written) {
        return new Rewritten(written, written, 0, 0);
    }

    /** The same with other words in the place of some. */
    static Rewritten at(String written, int from, int removed, String words) {
        String code = written.substring(0, from) + words + written.substring(from + removed);
        return new Rewritten(written, code, from, removed);
    }

    /** Whether a snippet of JShell's is this one; of one text JShell may make several. */
    boolean isOf(String source) {
        return source.equals(code);
    }

    /** The index of the author's text that an index of the code stands for. */
    long written(long position) {
        int added = code.length() - written.length() + removed;
        if (position < from) {
            return position; // also none, which is negative
        }
        return position < from + added ? from : position - added + removed;
    }
}
