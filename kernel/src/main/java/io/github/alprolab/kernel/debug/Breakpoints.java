package io.github.alprolab.kernel.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lines at which threads stop. A line without code stands for the next one that has some; code
 * that is not loaded yet is looked through when it comes.
 */
final class Breakpoints {
    /** A breakpoint as it was asked for. */
    private record Wanted(String path, int line) {}

    private final Function<Site, Optional<String>> paths;
    private final Map<String, List<Integer>> wanted = new LinkedHashMap<>();
    private final List<List<Site>> classes = new ArrayList<>();
    private final Map<Wanted, Site> found = new HashMap<>();

    /** Knows no lines yet; paths are those that front ends speak of. */
    Breakpoints(Function<Site, Optional<String>> paths) {
        this.paths = paths;
    }

    /** Takes over the lines of a class. */
    synchronized void add(List<Site> ofOneClass) {
        if (!ofOneClass.isEmpty()) {
            classes.add(ofOneClass);
            apply(ofOneClass);
        }
    }

    /** Replaces the breakpoints of a source; returns the lines where they now are. */
    synchronized List<Integer> set(String path, List<Integer> lines) {
        wanted.put(path, lines);
        found.keySet().removeIf(key -> key.path().equals(path));
        List<List<Site>> there =
                classes.stream()
                        .filter(sites -> paths.apply(sites.get(0)).equals(Optional.of(path)))
                        .toList();
        there.forEach(sites -> sites.forEach(site -> site.setBreakpoint(false)));
        there.forEach(this::apply);
        return lines.stream().map(line -> line(path, line)).toList();
    }

    /** All that are wanted, by source. */
    synchronized Map<String, List<Integer>> all() {
        Map<String, List<Integer>> all = new LinkedHashMap<>();
        wanted.forEach(
                (path, lines) ->
                        all.put(path, lines.stream().map(line -> line(path, line)).toList()));
        return all;
    }

    private int line(String path, int line) {
        Site site = found.get(new Wanted(path, line));
        return site == null ? line : site.shownLine();
    }

    private void apply(List<Site> sites) {
        String path = paths.apply(sites.get(0)).orElse("");
        for (int line : wanted.getOrDefault(path, List.of())) {
            target(new Wanted(path, line), sites)
                    .ifPresent(
                            target ->
                                    sites.stream()
                                            .filter(s -> s.shownLine() == target.shownLine())
                                            .forEach(s -> s.setBreakpoint(true)));
        }
    }

    /** The line itself, or the next that has code, unless another class had it. */
    private Optional<Site> target(Wanted key, List<Site> sites) {
        Optional<Site> next =
                sites.stream()
                        .filter(site -> site.shownLine() >= key.line())
                        .min((a, b) -> Integer.compare(a.shownLine(), b.shownLine()));
        Site before = found.get(key);
        Optional<Site> target =
                next.filter(
                        site ->
                                site.shownLine() == key.line()
                                        || before == null
                                        || before.type().equals(site.type()));
        target.ifPresent(site -> found.put(key, site));
        return target;
    }
}
