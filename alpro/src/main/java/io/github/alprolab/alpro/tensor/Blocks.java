package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.github.alprolab.alpro.random.RandomStreams;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The blocks that one forward pass ran, for gradient checkpointing.
 *
 * <p>With {@code recompute} a block runs outside the graph and its result enters the graph as a
 * leaf, which cuts the graph there. The backward pass first goes from the loss to these leaves.
 * Then, from the last block to the first, a block is run again inside the graph and the leaf's
 * gradient goes backward through it, into the parameters and into the block's input. When a block's
 * turn comes, all that reads its result has had its own, so that the leaf's gradient is whole.
 *
 * <p>Each block draws from a seed that depends on its number alone, so that it draws the same again
 * and the same as without {@code recompute}.
 */
final class Blocks {
    private final Compute compute;
    private final RandomStreams random;
    private final boolean recompute;
    private final Deque<Block> ran = new ArrayDeque<>();
    private int count;

    private record Block(Tensor input, UnaryOperator<Tensor> work, long seed, Tensor result) {}

    Blocks(Compute compute, long seed, boolean recompute) {
        this.compute = compute;
        this.random = new RandomStreams(seed);
        this.recompute = recompute;
    }

    /** Whether there are blocks to run again; the graph between them is then walked repeatedly. */
    boolean kept() {
        return !ran.isEmpty();
    }

    /** Runs a block of a network as {@link Tensor#through} says. */
    static Tensor through(Tensor input, UnaryOperator<Tensor> work) {
        if (!JniUtils.isGradMode()) {
            return outsideGraph(input, work);
        }
        Optional<Blocks> blocks = input.scope.blocks();
        return blocks.isPresent() ? blocks.get().run(input, work) : work.apply(input);
    }

    private Tensor run(Tensor input, UnaryOperator<Tensor> work) {
        long seed = random.seedOf("block", count++);
        compute.seed(seed);
        if (!recompute) {
            return work.apply(input);
        }
        Tensor result = compute.withoutGradient(() -> outsideGraph(input, work));
        result.array.setRequiresGradient(true);
        ran.push(new Block(input, work, seed, result));
        return result;
    }

    /** A block's result outside the graph; all else that it made is freed. */
    private static Tensor outsideGraph(Tensor input, UnaryOperator<Tensor> work) {
        try (Scope inner = input.scope.sub()) {
            return work.apply(input.in(inner)).in(input).detached();
        }
    }

    /** Sends the gradients of all leaves backward, the last block's first. */
    void backward() {
        while (!ran.isEmpty()) {
            backward(ran.pop());
        }
    }

    private void backward(Block block) {
        PtNDArray slope = JniUtils.getGradient(block.result.array);
        if (slope == null) {
            return; // the loss does not depend on this block
        }
        try (Scope inner = compute.scope()) {
            compute.withGradient(
                    () -> {
                        Tensor input = block.input.in(inner).detached();
                        input.array.setRequiresGradient(true);
                        compute.seed(block.seed);
                        JniUtils.backward(block.work.apply(input).array, slope, false, false);
                        if (isInGraph(block.input.in(inner))) {
                            PtNDArray further = JniUtils.getGradient(input.array);
                            JniUtils.backward(block.input.array, further, true, false);
                        }
                        return null;
                    });
        }
    }

    /** Whether a gradient can flow into it; the engine's own method answers for leaves only. */
    private static boolean isInGraph(Tensor tensor) {
        return tensor.run("in_graph", Tensor.value(tensor)).scalar() == 1;
    }
}
