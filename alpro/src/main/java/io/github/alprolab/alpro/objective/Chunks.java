package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A large batch in equal parts.
 *
 * @param count of the parts
 * @param seed root of dropout and stochastic depth
 * @param recompute whether blocks are computed again in the backward pass (gradient checkpointing)
 * @param whole what the whole batch gives the objectives, in a scope
 * @param part what part 0, 1, … gives them, in a scope
 */
public record Chunks(
        int count,
        long seed,
        boolean recompute,
        Function<Scope, StepInputs> whole,
        BiFunction<Scope, Integer, StepInputs> part) {

    /**
     * The encoders of a part, the same draws each time it is asked; without a graph or with one.
     */
    Scope encoding(Compute compute, int index, boolean graph) {
        // Blocks that are to be computed again keep no graph, and draw what they draw with one.
        return compute.trainingScope(seedOf("encoders of part", index), !graph || recompute);
    }

    /** The losses of a part, or of all. */
    Scope losses(Compute compute, String of, int index) {
        return compute.trainingScope(seedOf("losses of " + of, index), recompute);
    }

    long seedOf(String purpose, int index) {
        return new RandomStreams(seed).seedOf(purpose, index);
    }
}
