package io.github.alprolab.alpro.train;

/** Hears of a training, on the training's thread, and may stop it. */
public interface TrainingListener {

    /** Something to tell people, such as that a damaged checkpoint was passed over. */
    default void note(String message) {}

    /** After every step. */
    default void step(StepReport report) {}

    /** After every epoch. */
    default void evaluated(EvaluationReport report) {}

    /** Asked after every step; true ends the training with a checkpoint. */
    default boolean stopRequested() {
        return false;
    }
}
