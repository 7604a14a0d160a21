package io.github.alprolab.kernel.session;

/** Where the name at an index of some code begins and ends; the code need not be whole. */
public final class Identifiers {
    private Identifiers() {}

    /** The index at which a name begins that goes up to an index, which is returned for none. */
    public static int start(String code, int index) {
        int start = index;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The index behind a name that goes on at an index, which is returned for none. */
    public static int end(String code, int index) {
        int end = index;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the next name begins at an index or behind it; the code's length for none. */
    static int next(String code, int index) {
        int next = index;
        while (next < code.length() && !Character.isJavaIdentifierStart(code.charAt(next))) {
            next++;
        }
        return next;
    }
}
