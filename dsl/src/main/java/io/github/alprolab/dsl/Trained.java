package io.github.alprolab.dsl;

import java.util.function.UnaryOperator;

/**
 * An experiment that trains, so that it can be repeated with other seeds.
 *
 * @param <E> the experiment itself
 */
public interface Trained<E extends Experiment> {
    /** With a change of the trainer, such as {@code t -> t.seed(7)}. */
    E trainer(UnaryOperator<Trainer> edit);
}
