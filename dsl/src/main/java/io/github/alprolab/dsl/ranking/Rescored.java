package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.Rescoring;
import java.util.List;

/**
 * How scores are changed beside the plain ones.
 *
 * @param rules in the order of the table
 * @param bank captions of TRAIN, where a rule needs them
 */
public record Rescored(List<Rescoring> rules, List<String> bank) {
    public Rescored {
        rules = List.copyOf(rules);
        bank = List.copyOf(bank);
    }

    /** Plain scores alone. */
    public static Rescored none() {
        return new Rescored(List.of(), List.of());
    }

    /** Whether some rule reads the bank. */
    boolean needsBank() {
        return rules.stream().anyMatch(Rescoring::needsBank);
    }
}
