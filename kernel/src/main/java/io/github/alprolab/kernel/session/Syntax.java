package io.github.alprolab.kernel.session;

import java.util.List;

/** What the compiler's parser says of code that nothing runs yet. */
public final class Syntax {
    /** The places in a file where a snippet may stand, the most frequent first. */
    private static final List<String> PLACES =
            List.of(
                    "class C { void m() { %s\n; } }",
                    "class C { Object o = %s\n; }", "class C { %s\n }", "%s");

    private Syntax() {}

    /**
     * Whether a snippet is Java nowhere. JShell takes code such as {@code 1 +* 2} for whole, for it
     * only looks for its end; names and types are not looked at here either.
     */
    public static boolean isFaulty(String snippet) {
        String bare = snippet.strip();
        String open = bare.endsWith(";") ? bare.substring(0, bare.length() - 1) : bare;
        return PLACES.stream()
                .map(place -> place.replace("%s", place.contains("=") ? open : bare))
                .allMatch(ParsedJava::isFaulty);
    }
}
