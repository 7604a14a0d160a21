package io.github.alprolab.alpro.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which objectives are summed, with which weights and options.
 *
 * @param weights weight of each objective that is on; the total is the weighted sum
 * @param temperature first value of the learned temperature, within 0.001 and 0.5
 * @param maskProbability share of word pieces that MLM selects
 * @param cropLeast smallest area of the entity crop as a share of the frame
 * @param cropMost largest area of the entity crop as a share of the frame
 * @param ignoreBelow crops whose best entity has a lower probability teach nothing
 * @param ignoreRule how {@code ignoreBelow} is read
 */
public record LossConfig(
        Map<Objective, Double> weights,
        double temperature,
        double maskProbability,
        double cropLeast,
        double cropMost,
        double ignoreBelow,
        IgnoreRule ignoreRule) {

    public LossConfig {
        Require.check(
                !weights.isEmpty(), "objectives", "none", "at least one of VTC, VTM, MLM, PEM");
        weights.forEach((o, w) -> Require.notNegative(o + " weight", w));
        weights = Collections.unmodifiableMap(new EnumMap<>(weights));
        Require.check(
                temperature >= 0.001 && temperature <= 0.5,
                "temperature",
                temperature,
                "0.001 to 0.5, the range the learned value is clamped to");
        Require.share("mask probability", maskProbability);
        Require.share("least crop area", cropLeast);
        Require.share("most crop area", cropMost);
        Require.check(
                cropLeast > 0 && cropLeast <= cropMost,
                "crop area",
                cropLeast + " to " + cropMost,
                "a range above 0 with the smaller share first");
        Require.share("ignore-below probability", ignoreBelow);
    }

    /** The paper's sum of four, each of weight 1 (sections 3.2, 3.3 and 4.1). */
    public static LossConfig alpro() {
        return new LossConfig(
                Map.of(
                        Objective.VTC,
                        1.0,
                        Objective.VTM,
                        1.0,
                        Objective.MLM,
                        1.0,
                        Objective.PEM,
                        1.0),
                0.07,
                0.15,
                0.3,
                0.5,
                0.2,
                IgnoreRule.PROBABILITY);
    }

    /** Whether an objective takes part. */
    public boolean has(Objective objective) {
        return weights.containsKey(objective);
    }
}
