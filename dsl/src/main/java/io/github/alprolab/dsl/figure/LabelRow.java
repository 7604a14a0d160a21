package io.github.alprolab.dsl.figure;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * A crop with the labels a prompter gives it.
 *
 * @param frame a whole frame of the clip
 * @param box the crop inside it
 * @param crop what the prompter sees: everything outside is black
 * @param caption the clip's caption
 * @param bars the likeliest entities with their probabilities
 * @param known the entity that really is in the box, where one clearly is
 * @param ignored why the label teaches nothing, where that is so
 * @param hasTruth whether the data set knows what is in the clip
 */
public record LabelRow(
        BufferedImage frame,
        ShareBox box,
        BufferedImage crop,
        String caption,
        List<Bar> bars,
        Optional<String> known,
        Optional<String> ignored,
        boolean hasTruth) {
    public LabelRow {
        bars = List.copyOf(bars);
    }

    /** What is in the box, or why nothing is said of it. */
    String truth() {
        return known.map(k -> "in the box: " + k)
                .orElse(
                        hasTruth
                                ? "no entity clearly in the box"
                                : "what is in the box is not known");
    }

    /** Whether the likeliest entity is the known one. */
    public boolean right() {
        return known.filter(k -> !bars.isEmpty() && bars.get(0).label().equals(k)).isPresent();
    }
}
