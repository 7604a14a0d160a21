package io.github.alprolab.dsl.crop;

import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How good pseudo-labels are where the truth is known. */
public final class PseudoLabelAccuracy implements Shown {
    private static final double[] THRESHOLDS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double[] OVERLAPS = {0.5, 0.7, 0.9, 1};

    private final List<JudgedLabel> labels;
    private final int entities;
    private final int skipped;

    /**
     * @param labels at least one
     * @param entities E, to choose among
     * @param skipped number of boxes without a known entity
     */
    PseudoLabelAccuracy(List<JudgedLabel> labels, int entities, int skipped) {
        this.labels = List.copyOf(labels);
        this.entities = entities;
        this.skipped = skipped;
    }

    /** Share of boxes whose best entity is the known one. */
    public double top1() {
        return LabelGroups.share(labels, JudgedLabel::right);
    }

    /** Share of boxes with the known entity among the best five. */
    public double top5() {
        return LabelGroups.share(labels, JudgedLabel::amongFive);
    }

    /** {@link #top1} of the boxes that are not ignored; NaN where all are. */
    public double top1Kept() {
        return LabelGroups.share(
                labels.stream().filter(l -> !l.ignored()).toList(), JudgedLabel::right);
    }

    /** Share of boxes whose label is too unsure to learn from. */
    public double ignored() {
        return LabelGroups.share(labels, JudgedLabel::ignored);
    }

    /** Share of boxes with the most frequent known entity: always guessing it. */
    public double mostFrequent() {
        Map<String, Long> counts =
                labels.stream()
                        .collect(
                                Collectors.groupingBy(
                                        l -> l.known().name(), Collectors.counting()));
        return (double) Collections.max(counts.values()) / boxes();
    }

    /** 1 / E: guessing blindly. */
    public double uniform() {
        return 1.0 / entities;
    }

    /** Number of boxes judged. */
    public int boxes() {
        return labels.size();
    }

    /** Boxes in which no entity has half of its area, not judged. */
    public int skipped() {
        return skipped;
    }

    /** What other thresholds would ignore, and how often the rest is right. */
    public DataTable byThreshold() {
        return LabelGroups.byThreshold(labels, THRESHOLDS);
    }

    /** Whether a label is right as often as it is sure: on the diagonal it is. */
    public Figure calibration() {
        return Figure.of(Calibration.of(labels));
    }

    /** Four groups of equal numbers by the share of the frame that the known entity takes. */
    public DataTable bySize() {
        return LabelGroups.byQuarters(
                "Pseudo-labels by the share of the frame that the known entity takes",
                labels,
                l -> l.known().size());
    }

    /** Groups by how much of the known entity is in the box, from half to all. */
    public DataTable byOverlap() {
        return LabelGroups.byEdges(
                "Pseudo-labels by the share of the known entity that is in the box",
                labels,
                l -> l.known().inside(),
                OVERLAPS);
    }

    /** The better of the two ways to guess. */
    public double chance() {
        return Math.max(mostFrequent(), uniform());
    }

    /** All figures as rows. */
    public DataTable table() {
        return DataTable.of(
                        "Pseudo-labels against the entity known to be in the box · %s boxes, %s skipped"
                                .formatted(Numbers.whole(boxes()), Numbers.whole(skipped)))
                .text(
                        "figure",
                        List.of(
                                "top-1",
                                "top-5",
                                "top-1 of those not ignored",
                                "ignored",
                                "chance: always the most frequent",
                                "chance: any of E"))
                .share(
                        "share",
                        List.of(top1(), top5(), top1Kept(), ignored(), mostFrequent(), uniform()))
                .metrics(
                        CanonicalJson.line(
                                Map.of(
                                        "pseudo_label_top1",
                                        Map.of(
                                                "value", top1(), "chance", chance(), "ignored",
                                                ignored(), "boxes", boxes()))));
    }

    @Override
    public Showing show() {
        return table().show();
    }

    /** Its table. */
    @Override
    public String toString() {
        return table().toString();
    }
}
