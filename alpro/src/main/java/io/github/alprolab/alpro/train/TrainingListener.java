package io.github.alprolab.alpro.train;

/** Hears of a training, on the training's thread, and may stop it. */
public interface TrainingListener {

    /** After every step. */
    default void step(StepReport report) {}

    /** After every epoch. */
    default void evaluated(EvaluationReport report) {}

    /** Asked after every step; true ends the training with a checkpoint. */
    default boolean stopRequested() {
        return false;
    }
}
