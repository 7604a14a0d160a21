package io.github.alprolab.alpro.checkpoint;

import java.util.List;
import java.util.stream.Stream;

/**
 * What may differ between a file and a model without being an error.
 *
 * @param missing beginnings of names that the file may lack; the model keeps its first weights
 *     there
 * @param unexpected beginnings of names that the file may have beyond the model
 */
public record LoadRules(List<String> missing, List<String> unexpected) {
    public LoadRules {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
    }

    /** Every tensor has its partner. */
    public static LoadRules strict() {
        return new LoadRules(List.of(), List.of());
    }

    /** A pre-training file into a retrieval model (alpro.md section 2.5). */
    public static LoadRules pretrainingToRetrieval() {
        return strict().allowUnexpected("mpm_head.", "prompter.");
    }

    /** A pre-training file into a question-answering model, whose classifier stays fresh. */
    public static LoadRules pretrainingToAnswering() {
        return strict().allowUnexpected("mpm_head.", "prompter.", "text_encoder.cls.")
                .allowMissing("classifier.");
    }

    /** The file may lack tensors whose names begin so. */
    public LoadRules allowMissing(String... beginnings) {
        return new LoadRules(joined(missing, beginnings), unexpected);
    }

    /** The file may have more tensors, with names that begin so. */
    public LoadRules allowUnexpected(String... beginnings) {
        return new LoadRules(missing, joined(unexpected, beginnings));
    }

    static boolean allowed(String name, List<String> beginnings) {
        return beginnings.stream().anyMatch(name::startsWith);
    }

    private static List<String> joined(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
