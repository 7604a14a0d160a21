package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.IgnoreRule;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.stream.Stream;

/** The objectives in plain words. */
final class LossesTable {
    private LossesTable() {}

    static DataTable of(Losses losses) {
        List<Objective> on = Stream.of(Objective.values()).filter(losses::has).toList();
        return DataTable.of("Losses: their weighted sum is minimised")
                .text("objective", on.stream().map(Objective::name).toList())
                .number("weight", on.stream().map(losses::weight).toList(), 1)
                .text("question", on.stream().map(LossesTable::question).toList())
                .text("options", on.stream().map(o -> options(o, losses)).toList())
                .text("knows nothing", on.stream().map(LossesTable::chance).toList());
    }

    private static String question(Objective objective) {
        return switch (objective) {
            case VTC -> "Which of the B texts belongs to this clip?";
            case VTM -> "Do this clip and this text belong together?";
            case MLM -> "Which word is hidden, given the clip?";
            case PEM -> "Which entity is in this crop?";
        };
    }

    private static String options(Objective objective, Losses losses) {
        return switch (objective) {
            case VTC -> "temperature from " + losses.vtc().temperature();
            case VTM -> "2 hard negatives a pair";
            case MLM -> "hides " + losses.mlm().maskProbability() + " of the words";
            case PEM -> pem(losses.pem());
        };
    }

    private static String pem(PemLoss pem) {
        String rule =
                pem.ignoreRule() == IgnoreRule.PROBABILITY
                        ? "ignores best entities below " + pem.ignoreBelow()
                        : "ignores entity number 0, as the published code does";
        return "crops of %s to %s of the frame, %s"
                .formatted(pem.cropLeast(), pem.cropMost(), rule);
    }

    private static String chance(Objective objective) {
        return switch (objective) {
            case VTC -> "ln B (B = batch)";
            case VTM -> "0.637 (1 right, 2 wrong)";
            case MLM -> "ln V (V = vocabulary)";
            case PEM -> "ln E (E = entities)";
        };
    }
}
