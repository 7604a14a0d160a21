package io.github.alprolab.dsl.crop;

import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.EntityTruth;
import io.github.alprolab.dsl.figure.ShareBox;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What really is inside a crop: of the entities that have at least half of their visible area in
 * it, over all sampled frames, the one with the largest area there.
 *
 * @param name of the entity
 * @param size mean share of a frame that its box takes, over all sampled frames, above 0
 * @param inside share of that area which is in the crop, 0.5 to 1
 */
record KnownEntity(String name, double size, double inside) {
    private static final double LEAST = 0.5;

    /**
     * The known entity; empty where none is clearly inside.
     *
     * @param frames positions of the sampled frames
     * @param box in shares of the frame
     */
    static Optional<KnownEntity> in(EntityTruth truth, List<Integer> frames, ShareBox box) {
        Map<String, Double> inside = new HashMap<>();
        Map<String, Double> all = new HashMap<>();
        for (int frame : frames) {
            for (EntityBox entity : truth.at(frame)) {
                inside.merge(entity.entity(), overlap(entity, box), Double::sum);
                all.merge(entity.entity(), entity.width() * entity.height(), Double::sum);
            }
        }
        return inside.entrySet().stream()
                .filter(e -> e.getValue() > 0 && e.getValue() >= LEAST * all.get(e.getKey()))
                .max(
                        Comparator.comparingDouble(Map.Entry<String, Double>::getValue)
                                .thenComparing(Map.Entry::getKey))
                .map(e -> of(e.getKey(), e.getValue(), all.get(e.getKey()), frames.size()));
    }

    private static KnownEntity of(String name, double inside, double all, int frames) {
        return new KnownEntity(name, all / frames, Math.min(1, inside / all));
    }

    /** A box of patches in shares of the frame. */
    static ShareBox share(CropBox box, int grid) {
        return new ShareBox(
                (double) box.left() / grid,
                (double) box.top() / grid,
                (double) box.width() / grid,
                (double) box.height() / grid);
    }

    private static double overlap(EntityBox entity, ShareBox box) {
        double width =
                Math.min(entity.left() + entity.width(), box.left() + box.width())
                        - Math.max(entity.left(), box.left());
        double height =
                Math.min(entity.top() + entity.height(), box.top() + box.height())
                        - Math.max(entity.top(), box.top());
        return Math.max(0, width) * Math.max(0, height);
    }
}
