package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.IgnoreRule;
import io.github.alprolab.dsl.check.AdviceException;

/**
 * Prompting entity modelling.
 *
 * @param weight in the total
 * @param cropLeast smallest crop as a share of the frame
 * @param cropMost largest crop as a share of the frame
 * @param ignoreBelow crops whose best entity is less probable teach nothing
 * @param ignoreRule how {@code ignoreBelow} is read
 */
public record PemLoss(
        double weight,
        double cropLeast,
        double cropMost,
        double ignoreBelow,
        IgnoreRule ignoreRule) {
    public PemLoss {
        Range.atLeast(0, weight, "weight");
        if (!(cropLeast > 0 && cropLeast <= cropMost && cropMost <= 1)) {
            throw new AdviceException(
                    "C27",
                    "cropArea(%s, %s) is given; allowed are two shares above 0 and up to 1, the smaller one first."
                            .formatted(cropLeast, cropMost),
                    ".cropArea(0.3, 0.5)");
        }
        Range.share(ignoreBelow, "ignoreBelow", 0.2);
    }

    public PemLoss weight(double value) {
        return new PemLoss(value, cropLeast, cropMost, ignoreBelow, ignoreRule);
    }

    public PemLoss cropArea(double least, double most) {
        return new PemLoss(weight, least, most, ignoreBelow, ignoreRule);
    }

    /** Leaves out crops whose best entity has a lower probability, as the paper says. */
    public PemLoss ignoreBelow(double probability) {
        return new PemLoss(weight, cropLeast, cropMost, probability, IgnoreRule.PROBABILITY);
    }

    /** Compares the index of the best entity instead, as the published code does. */
    public PemLoss likeReferenceCode() {
        return new PemLoss(weight, cropLeast, cropMost, ignoreBelow, IgnoreRule.REFERENCE_INDEX);
    }
}
