package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.dsl.Embedding;
import io.github.alprolab.dsl.Encoders;
import io.github.alprolab.dsl.Entities;
import io.github.alprolab.dsl.Experiment;
import io.github.alprolab.dsl.Losses;
import io.github.alprolab.dsl.Pairs;
import io.github.alprolab.dsl.Prompter;
import io.github.alprolab.dsl.Templates;
import io.github.alprolab.dsl.Trainer;
import io.github.alprolab.kernel.api.DroppedValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says what to write where an edit's copy is dropped: {@code trainer.epochs(5);} leaves {@code
 * trainer} as it was.
 */
final class DroppedCopies {
    private static final Set<Class<?>> VALUES =
            Set.of(
                    Embedding.class,
                    Encoders.class,
                    Entities.class,
                    Experiment.class,
                    Losses.class,
                    Pairs.class,
                    Prompter.class,
                    Templates.class,
                    Trainer.class);

    private static final int LONGEST = 100;

    private DroppedCopies() {}

    /** Empty for values that are no settings, such as reports and runs. */
    static Optional<String> advice(DroppedValue dropped) {
        return VALUES.stream().anyMatch(type -> type.isInstance(dropped.value()))
                ? Optional.of(line(dropped))
                : Optional.empty();
    }

    private static String line(DroppedValue dropped) {
        boolean edited =
                dropped.receiver()
                        .map(r -> r.getClass() == dropped.value().getClass())
                        .orElse(false);
        String kept = dropped.expression().replaceAll("\\s+(?=\\.)", "").replaceAll("\\s+", " ");
        String shown = kept.length() > LONGEST ? kept.substring(0, LONGEST) + " …" : kept;
        return edited
                ? "this made a changed copy that nobody kept — write `%s = %s`"
                        .formatted(dropped.variable().orElseThrow(), shown)
                : "this made a value that nobody kept — write `var %s = %s`"
                        .formatted(name(dropped.value()), shown);
    }

    private static String name(Object value) {
        String type = value.getClass().getSimpleName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }
}
