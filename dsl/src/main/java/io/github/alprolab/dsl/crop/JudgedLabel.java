package io.github.alprolab.dsl.crop;

import io.github.alprolab.alpro.model.Distribution;

/**
 * A pseudo-label beside the truth.
 *
 * @param known what is in the box
 * @param confidence largest probability
 * @param right whether the best entity is the known one
 * @param amongFive whether the known one is among the best five
 * @param ignored whether the objective learns nothing from it
 */
record JudgedLabel(
        KnownEntity known, double confidence, boolean right, boolean amongFive, boolean ignored) {
    private static final int FIVE = 5;

    static JudgedLabel of(KnownEntity known, Distribution label, boolean ignored) {
        return new JudgedLabel(
                known,
                label.confidence(),
                label.best().equals(known.name()),
                label.top(FIVE).stream().anyMatch(e -> e.getKey().equals(known.name())),
                ignored);
    }
}
