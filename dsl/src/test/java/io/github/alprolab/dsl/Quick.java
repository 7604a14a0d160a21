package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Objective;

/** Pre-trainings on coloured clips that take a second. */
final class Quick {
    static final Pairs PAIRS = Pairs.of(Datasets.colours(32, 16, 16)).frames(2).size(32);

    private Quick() {}

    static Pretraining pretraining(String name) {
        return Experiment.pretraining(name)
                .pairs(PAIRS)
                .encoders(Tiny.ENCODERS)
                .losses(Losses.of(Objective.VTC, Objective.VTM))
                .trainer(Tiny.TRAINER);
    }
}
