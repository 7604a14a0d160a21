package io.github.alprolab.kernel.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.Snippet;

/** The snippets that ran, in order, and what came from what by the compiler's own knowledge. */
final class RunLog {
    /** Older snippets than these are forgotten. */
    private static final int MOST = 10_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    private final Deque<RanSnippet> ran = new ArrayDeque<>();
    private final Lineage lineage = new Lineage();
    private final Map<Integer, Snippet.Kind> kinds = new HashMap<>();
    private final Map<Integer, String> sources = new HashMap<>();
    private final Map<String, Integer> imports = new HashMap<>();
    private final SnippetClasses classes;
    private final SnippetPlaces places;

    RunLog(SnippetClasses classes, SnippetPlaces places) {
        this.classes = classes;
        this.places = places;
    }

    /** What ran, the oldest first. */
    List<RanSnippet> ran() {
        return List.copyOf(ran);
    }

    Map<Integer, Set<StaleReason>> stale() {
        return lineage.stale();
    }

    void magic(int cell, String text) {
        keep(RanSnippet.magic(cell, text));
    }

    /**
     * Notes a snippet.
     *
     * @param wrapper JShell's class around it, where its code ran
     * @param inside whether other code of a cell ran it, which is kept itself
     */
    void ran(
            Snippet snippet,
            SnippetPlaces.Place place,
            Optional<String> wrapper,
            Outcome outcome,
            boolean inside) {
        if (!inside) {
            keep(RanSnippet.of(snippet, place, outcome));
        }
        places.number(snippet.id()).ifPresent(number -> note(snippet, number, place, wrapper));
    }

    /** Notes a thing that another snippet changed, such as a variable whose class is a new one. */
    void changed(Snippet snippet, int cell) {
        places.number(snippet.id())
                .ifPresent(number -> lineage.ran(cell, Set.of(), Set.of(number)));
    }

    private void note(
            Snippet snippet, int number, SnippetPlaces.Place place, Optional<String> wrapper) {
        Set<Integer> read = new HashSet<>();
        Set<Integer> made = new HashSet<>();
        wrapper.ifPresent(ran -> follow(ran, read, made));
        if (snippet.kind() != Snippet.Kind.IMPORT) {
            read.addAll(imported(place.text().written()));
        }
        read.remove(number);
        if (snippet instanceof DeclarationSnippet || snippet instanceof ImportSnippet) {
            boolean value = snippet.kind() == Snippet.Kind.VAR;
            if (!snippet.source().equals(sources.put(number, snippet.source())) || value) {
                made.add(number); // the same words make the same type or method
            }
            kinds.put(number, snippet.kind());
            lineage.named(number, name(snippet, number));
        }
        lineage.ran(place.cell(), read, made);
    }

    private String name(Snippet snippet, int number) {
        if (snippet instanceof ImportSnippet from) {
            if (!from.name().endsWith("*")) {
                imports.put(from.name(), number);
            }
            return from.name();
        }
        return ((DeclarationSnippet) snippet).name();
    }

    /** What code uses; methods and types also by what they use in turn, for that runs with them. */
    private void follow(String ran, Set<Integer> read, Set<Integer> made) {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(ran));
        List<FieldUses> fields = new ArrayList<>();
        while (!left.isEmpty()) {
            String wrapper = left.pop();
            if (seen.add(wrapper)) {
                fields.add(classes.fieldsUsedBy(wrapper));
                for (String used : classes.directlyUsedBy(wrapper)) {
                    Optional<Integer> number = SnippetClasses.number(used);
                    number.ifPresent(read::add);
                    if (number.map(kinds::get).filter(RunLog::runs).isPresent()) {
                        left.add(used);
                    }
                }
            }
        }
        replaced(fields).forEach(number -> made.add(number));
        read.removeAll(made);
    }

    private static Set<Integer> replaced(List<FieldUses> fields) {
        Set<String> replaced = new HashSet<>();
        fields.forEach(uses -> replaced.addAll(uses.assigned()));
        fields.forEach(uses -> replaced.removeAll(uses.read()));
        Set<Integer> numbers = new HashSet<>();
        replaced.forEach(wrapper -> SnippetClasses.number(wrapper).ifPresent(numbers::add));
        return numbers;
    }

    private static boolean runs(Snippet.Kind kind) {
        return kind == Snippet.Kind.METHOD || kind == Snippet.Kind.TYPE_DECL;
    }

    private Set<Integer> imported(String code) {
        Set<Integer> used = new HashSet<>();
        if (!imports.isEmpty()) {
            Matcher words = WORD.matcher(code);
            while (words.find()) {
                Optional.ofNullable(imports.get(words.group())).ifPresent(used::add);
            }
        }
        return used;
    }

    private void keep(RanSnippet snippet) {
        if (ran.size() == MOST) {
            ran.remove();
        }
        ran.add(snippet);
    }
}
