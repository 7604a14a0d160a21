package io.github.alprolab.dsl.crop;

import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How good pseudo-labels are where the truth is known.
 *
 * @param top1 share of boxes whose best entity is the known one
 * @param top5 share of boxes with the known entity among the best five
 * @param top1Kept {@code top1} of the boxes that are not ignored; NaN where all are
 * @param ignored share of boxes whose label is too unsure to learn from
 * @param mostFrequent share of boxes with the most frequent known entity: always guessing it
 * @param uniform 1 / E: guessing blindly
 * @param boxes number of boxes judged
 * @param skipped boxes in which no entity has half of its area, not judged
 */
public record PseudoLabelAccuracy(
        double top1,
        double top5,
        double top1Kept,
        double ignored,
        double mostFrequent,
        double uniform,
        int boxes,
        int skipped)
        implements Shown {
    private static final int FIVE = 5;

    static PseudoLabelAccuracy of(
            List<String> known,
            List<Distribution> labels,
            Predicate<Distribution> isIgnored,
            int entities,
            int skipped) {
        int n = known.size();
        List<Integer> all = IntStream.range(0, n).boxed().toList();
        List<Integer> kept = all.stream().filter(i -> !isIgnored.test(labels.get(i))).toList();
        Map<String, Long> counts =
                known.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new PseudoLabelAccuracy(
                right(all, known, labels, 1),
                right(all, known, labels, FIVE),
                right(kept, known, labels, 1),
                (double) (n - kept.size()) / n,
                (double) Collections.max(counts.values()) / n,
                1.0 / entities,
                n,
                skipped);
    }

    private static double right(
            List<Integer> boxes, List<String> known, List<Distribution> labels, int k) {
        return boxes.stream()
                .mapToDouble(i -> among(labels.get(i), known.get(i), k) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static boolean among(Distribution label, String known, int k) {
        return label.top(k).stream().anyMatch(e -> e.getKey().equals(known));
    }

    /** The better of the two ways to guess. */
    public double chance() {
        return Math.max(mostFrequent, uniform);
    }

    /** All figures as rows. */
    public DataTable table() {
        return DataTable.of(
                        "Pseudo-labels against the entity known to be in the box · %s boxes, %s skipped"
                                .formatted(Numbers.whole(boxes), Numbers.whole(skipped)))
                .text(
                        "figure",
                        List.of(
                                "top-1",
                                "top-5",
                                "top-1 of those not ignored",
                                "ignored",
                                "chance: always the most frequent",
                                "chance: any of E"))
                .share("share", List.of(top1, top5, top1Kept, ignored, mostFrequent, uniform))
                .metrics(
                        CanonicalJson.line(
                                Map.of(
                                        "pseudo_label_top1",
                                        Map.of(
                                                "value", top1, "chance", chance(), "ignored",
                                                ignored, "boxes", boxes))));
    }

    @Override
    public Showing show() {
        return table().show();
    }
}
