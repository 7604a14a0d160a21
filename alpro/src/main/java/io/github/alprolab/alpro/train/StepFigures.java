package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.objective.BatchFigures;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.tensor.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An update that was asked of the device, whose figures may not be there yet: they are read once,
 * all together, when somebody wants them.
 *
 * @param step number of the update
 * @param scope that its figures live in
 * @param batches figures of each batch
 * @param update figures of the update itself
 * @param clips of all batches
 * @param start of the update, as {@link System#nanoTime} has it
 */
record StepFigures(
        int step,
        Scope scope,
        List<BatchFigures> batches,
        BatchFigures update,
        int clips,
        long start) {

    /**
     * Waits for the device and reads them.
     *
     * @param kept step of the last checkpoint, 0 where there is none
     * @param since when the figures of an earlier update were there; the speed is counted from then
     *     on where that was after the start
     * @return means over the batches, and figures of the update
     * @throws IllegalStateException when the loss is no number any more
     */
    Map<Metric, Double> read(int kept, long since) {
        try (scope) {
            List<BatchFigures> all = new ArrayList<>(batches);
            all.add(update);
            List<Map<Metric, Double>> read = BatchFigures.read(all);
            Map<Metric, Double> values = means(read.subList(0, batches.size()));
            requireFinite(values.get(Metric.TOTAL_LOSS), kept);
            values.putAll(read.get(batches.size()));
            double seconds = (System.nanoTime() - Math.max(start, since)) / 1e9;
            values.put(Metric.CLIPS_PER_SECOND, clips / seconds);
            return values;
        }
    }

    private static Map<Metric, Double> means(List<Map<Metric, Double>> batches) {
        Map<Metric, Double> sums = new LinkedHashMap<>();
        Map<Metric, Integer> counts = new LinkedHashMap<>();
        for (Map<Metric, Double> batch : batches) {
            batch.forEach(
                    (quantity, value) -> {
                        sums.merge(quantity, value, Double::sum);
                        counts.merge(quantity, 1, Integer::sum);
                    });
        }
        sums.replaceAll((quantity, sum) -> sum / counts.get(quantity));
        return sums;
    }

    private void requireFinite(double loss, int kept) {
        if (!Double.isFinite(loss)) {
            String before =
                    kept == 0
                            ? "No checkpoint was written before"
                            : "The last checkpoint, of step " + kept + ", is from before";
            throw new IllegalStateException(
                    "The loss at step %d is %s. %s; train with a smaller learning rate."
                            .formatted(step, loss, before));
        }
    }
}
