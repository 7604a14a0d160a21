package io.github.alprolab.alpro.config;

import io.github.alprolab.alpro.setting.Code;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Parameters with a learning rate and a weight decay of their own. Of several groups the first
 * whose pattern fits the whole name counts; parameters that no pattern fits use the trainer's
 * values.
 *
 * @param names regular expression over names in the state dict, such as {@code visual_encoder\..*}
 * @param rateFactor times the trainer's learning rate, at least 0; 0 keeps the parameters as they
 *     are
 * @param weightDecay decoupled weight decay, at least 0
 */
public record ParameterGroup(String names, double rateFactor, double weightDecay) {
    private static final String BIASES_AND_NORMS = "(?i)(.*\\.)?(bias|[^.]*norm[^.]*\\.weight)";

    public ParameterGroup {
        try {
            Pattern.compile(names);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "parameter group is “"
                            + names
                            + "”; allowed is a regular expression over parameter names. "
                            + e.getDescription()
                            + ".",
                    e);
        }
        Require.notNegative("rate factor", rateFactor);
        Require.notNegative("group weight decay", weightDecay);
    }

    /** Biases and layer norms without weight decay, at the trainer's learning rate. */
    public static ParameterGroup biasesAndNormsWithoutDecay() {
        return new ParameterGroup(BIASES_AND_NORMS, 1, 0);
    }

    /** The expression that makes it. */
    String code() {
        return "new ParameterGroup(%s, %s, %s)".formatted(Code.of(names), rateFactor, weightDecay);
    }

    /** Whether a parameter's full name fits. */
    public boolean holds(String name) {
        return Pattern.matches(names, name);
    }
}
