package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.loss.LossValues;
import java.util.EnumMap;
import java.util.Map;

/** Reads losses out of the engine as quantities. */
final class StepValues {
    private StepValues() {}

    static Map<Quantity, Double> of(LossValues losses, int clips) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        values.put(Quantity.TOTAL_LOSS, losses.total().scalar());
        losses.each().forEach((o, loss) -> values.put(loss(o), loss.scalar()));
        if (!Double.isNaN(losses.vtmAccuracy())) {
            values.put(Quantity.VTM_ACCURACY, losses.vtmAccuracy());
        }
        if (losses.mlmHidden() > 0) {
            values.put(Quantity.MLM_ACCURACY, (double) losses.mlmRight() / losses.mlmHidden());
        }
        if (losses.each().containsKey(Objective.PEM)) {
            values.put(Quantity.IGNORED_SHARE, (double) losses.pemIgnored() / clips);
        }
        return values;
    }

    private static Quantity loss(Objective objective) {
        return switch (objective) {
            case VTC -> Quantity.VTC_LOSS;
            case VTM -> Quantity.VTM_LOSS;
            case MLM -> Quantity.MLM_LOSS;
            case PEM -> Quantity.PEM_LOSS;
        };
    }
}
