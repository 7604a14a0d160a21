package io.github.alprolab.alpro.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of every tensor when a file was loaded into a model. All lists are in order of names.
 *
 * @param loaded tensors of the model that were filled
 * @param missing tensors of the model that the file lacks; they keep their first weights
 * @param unexpected tensors of the file that the model lacks
 * @param otherShape tensors that have another shape in the file, with both shapes; not loaded
 * @param skipped tensors of the file that the rules leave out
 * @param resized positions that were resized, with both shapes and the rule
 * @param renamed tensors that have another name in the file, as "file → model"
 * @param narrowed tensors that were rounded from float64
 */
public record LoadReport(
        List<String> loaded,
        List<String> missing,
        List<String> unexpected,
        List<String> otherShape,
        List<String> skipped,
        List<String> resized,
        List<String> renamed,
        List<String> narrowed) {

    /** Counts 0, 1, … and is not stored by every version of PyTorch's text library. */
    private static final String COUNTING = "embeddings.position_ids";

    private static final String MISSING = "Missing";
    private static final String UNEXPECTED = "Unexpected";
    private static final String OTHER_SHAPE = "Of another shape";
    private static final Map<String, String> WAYS =
            Map.of(
                    MISSING, "allowMissing",
                    UNEXPECTED, "allowUnexpected",
                    OTHER_SHAPE, "allowOtherShape");

    public LoadReport {
        loaded = loaded.stream().sorted().toList();
        missing = missing.stream().sorted().toList();
        unexpected = unexpected.stream().sorted().toList();
        otherShape = otherShape.stream().sorted().toList();
        skipped = skipped.stream().sorted().toList();
        resized = resized.stream().sorted().toList();
        renamed = renamed.stream().sorted().toList();
        narrowed = narrowed.stream().sorted().toList();
    }

    /** Refuses what the rules do not explain. */
    void require(LoadRules rules) throws IOException {
        List<String> problems = new ArrayList<>();
        unexplained(rules)
                .forEach(
                        (what, names) ->
                                problems.add(
                                        "%s: %s (allow by %s(…))."
                                                .formatted(what, names, WAYS.get(what))));
        if (!problems.isEmpty()) {
            throw new IOException(
                    "The file does not fit this model. "
                            + String.join(" ", problems)
                            + " Where that is meant, name the beginnings of those tensors in the"
                            + " LoadRules.");
        }
        if (loaded.isEmpty()) {
            throw new IOException("The file has none of this model's tensors.");
        }
    }

    /**
     * Names that the rules do not explain, by what is wrong with them: {@code Missing} and so on.
     */
    public Map<String, List<String>> unexplained(LoadRules rules) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(MISSING, unexplained(missing, rules.missing()));
        all.put(UNEXPECTED, unexplained(unexpected, rules.unexpected()));
        all.put(OTHER_SHAPE, unexplained(otherShape, rules.otherShape()));
        all.values().removeIf(List::isEmpty);
        return all;
    }

    private static List<String> unexplained(List<String> names, List<String> allowed) {
        return names.stream()
                .filter(n -> !LoadRules.allowed(n, allowed) && !n.endsWith(COUNTING))
                .toList();
    }

    /** Counts, and every name that was not simply loaded. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(loaded.size() + " loaded");
        append(text, "missing", missing);
        append(text, "unexpected", unexpected);
        append(text, "of another shape", otherShape);
        append(text, "skipped", skipped);
        append(text, "resized", resized);
        append(text, "renamed", renamed);
        append(text, "rounded from float64", narrowed);
        return text.toString();
    }

    private static void append(StringBuilder text, String what, List<String> names) {
        if (!names.isEmpty()) {
            text.append("; ").append(names.size()).append(" ").append(what).append(" ");
            text.append(names);
        }
    }
}
