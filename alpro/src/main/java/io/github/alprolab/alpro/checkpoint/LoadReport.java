package io.github.alprolab.alpro.checkpoint;

import java.io.IOException;
import java.util.List;

/**
 * What became of every tensor when a file was loaded into a model. All lists are in order of names.
 *
 * @param loaded tensors of the model that were filled
 * @param missing tensors of the model that the file lacks
 * @param unexpected tensors of the file that the model lacks
 * @param resized positions that were resized, with both shapes
 * @param renamed tensors that have another name in the file, as "file → model"
 */
public record LoadReport(
        List<String> loaded,
        List<String> missing,
        List<String> unexpected,
        List<String> resized,
        List<String> renamed) {

    public LoadReport {
        loaded = loaded.stream().sorted().toList();
        missing = missing.stream().sorted().toList();
        unexpected = unexpected.stream().sorted().toList();
        resized = resized.stream().sorted().toList();
        renamed = renamed.stream().sorted().toList();
    }

    /** Refuses what the rules do not explain. */
    void require(LoadRules rules) throws IOException {
        List<String> lacking = unexplained(missing, rules.missing());
        List<String> beyond = unexplained(unexpected, rules.unexpected());
        if (!lacking.isEmpty() || !beyond.isEmpty()) {
            throw new IOException(
                    ("The file does not fit this model. Missing: %s. Unexpected: %s. Where that is"
                                    + " meant, allow it by the beginning of the names:"
                                    + " LoadRules.strict().allowMissing(…).allowUnexpected(…).")
                            .formatted(lacking, beyond));
        }
    }

    private static List<String> unexplained(List<String> names, List<String> allowed) {
        return names.stream().filter(n -> !LoadRules.allowed(n, allowed)).toList();
    }

    /** Counts, and every name that was not simply loaded. */
    @Override
    public String toString() {
        return "%d loaded; %d missing %s; %d unexpected %s; %d resized %s; %d renamed"
                .formatted(
                        loaded.size(),
                        missing.size(),
                        missing,
                        unexpected.size(),
                        unexpected,
                        resized.size(),
                        resized,
                        renamed.size());
    }
}
