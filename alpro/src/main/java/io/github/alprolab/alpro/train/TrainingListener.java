package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import java.util.List;

/** Hears of a training, on the training's thread, and may stop it. */
public interface TrainingListener {

    /** Something to tell people, such as that a damaged checkpoint was passed over. */
    default void note(String message) {}

    /**
     * What is done now and may take a while, until the next of these or the next step.
     *
     * @param what in words, such as “decoding the first clips”
     */
    default void doing(String what) {}

    /**
     * Before the first step of this session.
     *
     * @param metrics every figure that steps and evaluations will tell, in order
     * @param sizes what their values of a model that knows nothing depend on
     */
    default void begins(List<Metric> metrics, Sizes sizes) {}

    /** After every step. */
    default void step(StepReport report) {}

    /** After every epoch. */
    default void evaluated(EvaluationReport report) {}

    /** Before a checkpoint is written: what was told until now is not told again after a kill. */
    default void saving() {}

    /** After every checkpoint that was written, and for the one that a training goes on from. */
    default void saved(int step, int epoch) {}

    /** Asked after every step; true ends the training with a checkpoint. */
    default boolean stopRequested() {
        return false;
    }
}
