package io.github.alprolab.dsl.comparison;

import io.github.alprolab.dsl.record.RunFolder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of runs that are told apart: what differs says more than the digits of a hash. */
final class RunLabels {
    private static final int LONGEST = 48;

    private RunLabels() {}

    /** The names, with the settings that differ where they are shared, or the folders. */
    static List<String> of(List<RunFolder> runs, Map<String, String> leftOut) {
        List<String> names = runs.stream().map(RunFolder::name).toList();
        List<String> apart =
                ComparedRuns.apart(runs.stream().map(RunFolder::experiment).toList(), leftOut);
        List<String> folders = runs.stream().map(r -> r.path().getFileName().toString()).toList();
        List<String> numbers =
                IntStream.rangeClosed(1, runs.size()).mapToObj(Integer::toString).toList();
        return Stream.of(names, joined(names, apart), joined(names, folders))
                .filter(RunLabels::tell)
                .findFirst()
                .orElseGet(() -> joined(names, numbers));
    }

    private static boolean tell(List<String> labels) {
        return labels.stream().distinct().count() == labels.size()
                && labels.stream().allMatch(label -> label.length() <= LONGEST);
    }

    private static List<String> joined(List<String> names, List<String> more) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " · " + more.get(i))
                .toList();
    }
}
