package io.github.alprolab.dsl;

import io.github.alprolab.dsl.figure.Reference;
import io.github.alprolab.dsl.show.Numbers;
import java.util.Optional;

/**
 * What a model that knows nothing reaches.
 *
 * @param batch B
 * @param vocabulary V
 * @param entities E; 0 without PEM
 */
record Chance(int batch, int vocabulary, int entities) {
    /** Entropy of one right and two wrong pairs: ln 3 - (2/3) ln 2. */
    static final double MATCHING_LOSS = Math.log(3) - 2 * Math.log(2) / 3;

    /** Always answering "no match" is right for two of three. */
    static final double MATCHING_ACCURACY = 2.0 / 3;

    /** Where it is not known what guessing reaches. */
    static Chance none() {
        return new Chance(0, 0, 0);
    }

    /** The level of a metric, where it has one. */
    Optional<Reference> of(Metric metric) {
        return switch (metric) {
            case VTC_LOSS -> entropy("chance ln B", batch);
            case VTM_LOSS -> level("chance", MATCHING_LOSS);
            case MLM_LOSS -> entropy("chance ln V", vocabulary);
            case PEM_LOSS -> entropy("chance ln E", entities);
            case VTM_ACCURACY -> level("always “no match”", MATCHING_ACCURACY);
            default -> Optional.empty();
        };
    }

    private static Optional<Reference> entropy(String name, int outcomes) {
        return outcomes == 0 ? Optional.empty() : level(name, Math.log(outcomes));
    }

    private static Optional<Reference> level(String name, double value) {
        return Optional.of(new Reference(name + " = " + Numbers.decimals(value, 2), value));
    }
}
