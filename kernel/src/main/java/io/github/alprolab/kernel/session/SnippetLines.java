package io.github.alprolab.kernel.session;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Where lines of JShell's classes stand in cells. JShell translates traces alone, and gives lines
 * that it wrote itself to the first of the snippet; so this reads what it keeps to itself. Without
 * access nothing is found.
 */
final class SnippetLines {
    /** Lines of a class that have something of a snippet in them, with the snippet's line. */
    private record Lines(Optional<Snippet> snippet, Map<Integer, Integer> own) {}

    private static final Lines NONE = new Lines(Optional.empty(), Map.of());

    private final SnippetPlaces places;
    private final Map<String, Lines> classes = new ConcurrentHashMap<>();
    private final Object wraps;
    private final Method wrapOf;
    private final Method snippetOf;
    private final Method text;
    private final Method indexOf;
    private final Method wrapIndexOf;

    private SnippetLines(JShell shell, SnippetPlaces places) throws ReflectiveOperationException {
        this.places = places;
        this.wraps = JShellInternals.read(shell, "outerMap");
        this.wrapOf = JShellInternals.method(wraps.getClass(), "getOuter", String.class);
        Class<?> wrap = wrapOf.getReturnType();
        this.snippetOf = JShellInternals.method(wrap, "wrapLineToSnippet", int.class);
        Class<?> outer = wrap.getSuperclass();
        this.text = JShellInternals.method(outer, "wrapped");
        this.indexOf = JShellInternals.method(outer, "wrapIndexToSnippetIndex", int.class);
        this.wrapIndexOf = JShellInternals.method(outer, "snippetIndexToWrapIndex", int.class);
    }

    /** Empty where this JVM does not open JShell, or where its JShell looks different. */
    static Optional<SnippetLines> of(JShell shell, SnippetPlaces places) {
        if (!JShellInternals.areOpen()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SnippetLines(shell, places));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** The cell's line of a line of a class; empty for what JShell wrote itself. */
    Optional<CellLine> find(String className, int line) {
        Lines lines = lines(SnippetClasses.wrapper(className));
        return Optional.ofNullable(lines.own().get(line))
                .flatMap(
                        own ->
                                lines.snippet()
                                        .flatMap(this::place)
                                        .map(p -> new CellLine(p.cell(), p.source(), p.line(own))));
    }

    /** A snippet whose class is just being loaded has no id yet. */
    private Optional<SnippetPlaces.Place> place(Snippet snippet) {
        return snippet.id() == null ? places.running() : places.find("#" + snippet.id());
    }

    private Lines lines(String wrapper) {
        Lines known = classes.get(wrapper);
        if (known != null || !SnippetClasses.isWrapper(wrapper)) {
            return known == null ? NONE : known;
        }
        try {
            Object wrap = wrapOf.invoke(wraps, wrapper);
            Lines found = wrap == null ? NONE : lines(wrap);
            if (found != NONE) {
                classes.put(wrapper, found);
            }
            return found;
        } catch (ReflectiveOperationException e) {
            return NONE; // a class of JShell's without a snippet
        }
    }

    /** A sign is of the snippet when it leads there and back again. */
    private Lines lines(Object wrap) throws ReflectiveOperationException {
        String wrapped = (String) text.invoke(wrap);
        Map<Integer, Integer> own = new HashMap<>();
        Object snippet = null;
        int line = 1;
        for (int i = 0; i < wrapped.length(); i++) {
            if (wrapped.charAt(i) == '\n') {
                line++;
            } else if (!own.containsKey(line) && !Character.isWhitespace(wrapped.charAt(i))) {
                int index = (int) indexOf.invoke(wrap, i);
                if (index >= 0 && (int) wrapIndexOf.invoke(wrap, index) == i) {
                    snippet = snippetOf.invoke(wrap, line - 1); // JShell counts from 0
                    own.put(line, lineAt(index, ((Snippet) snippet).source()));
                }
            }
        }
        addDeclarations(wrapped, own);
        return snippet == null ? NONE : new Lines(Optional.of((Snippet) snippet), own);
    }

    /**
     * Of {@code int a = 1;} JShell writes all before the value anew, and a line break behind it.
     */
    private static void addDeclarations(String wrapped, Map<Integer, Integer> own) {
        List<String> all = wrapped.lines().toList();
        for (int line = 1; line < all.size(); line++) {
            if (all.get(line - 1).endsWith(" =")) {
                int value = line + 1;
                while (value < all.size() && isComment(all.get(value - 1))) {
                    value++;
                }
                Integer written = own.get(value);
                if (written != null) {
                    own.put(line, written);
                }
            }
        }
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.strip().matches("(?://|/\\*|\\*).*");
    }

    private static int lineAt(int index, String source) {
        String before = source.substring(0, Math.min(index, source.length()));
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }
}
