package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.JniUtils;
import io.github.alprolab.alpro.random.RandomStreams;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The blocks that one forward pass ran outside the graph: those that are computed again in the
 * backward pass (gradient checkpointing), and written ones.
 *
 * <p>Such a block's result enters the graph as a leaf, which cuts the graph there. The backward
 * pass first goes from the loss to these leaves. Then, from the last block to the first, the leaf's
 * gradient goes backward through the block, into the parameters and into the block's input. When a
 * block's turn comes, all that reads its result has had its own, so that the leaf's gradient is
 * whole.
 *
 * <p>Each block draws from a seed that depends on its number alone, so that it draws the same again
 * and the same as without {@code recompute}.
 */
final class Blocks {
    private final Compute compute;
    private final RandomStreams random;
    private final boolean recompute;
    private final Deque<Cut> cuts = new ArrayDeque<>();
    private int count;

    /** A place where the graph is cut, and the way back over it. */
    private record Cut(Tensor input, Tensor result, UnaryOperator<Tensor> wayBack) {}

    Blocks(Compute compute, long seed, boolean recompute) {
        this.compute = compute;
        this.random = new RandomStreams(seed);
        this.recompute = recompute;
    }

    /** Whether the graph is cut; what lies between the cuts is then walked repeatedly. */
    boolean kept() {
        return !cuts.isEmpty();
    }

    /** Runs a block of a network as {@link Tensor#through(UnaryOperator)} says. */
    static Tensor through(Tensor input, UnaryOperator<Tensor> block) {
        UnaryOperator<Tensor> work = x -> block.apply(x.in(x.scope.halved())).in(x);
        if (!JniUtils.isGradMode()) {
            return outsideGraph(input, work);
        }
        Optional<Blocks> blocks = input.scope.blocks();
        return blocks.isPresent() ? blocks.get().run(input, work) : work.apply(input);
    }

    /** Whether written blocks can stand for plain ones where this tensor goes. */
    static boolean areWrittenFor(Tensor input) {
        return input.kernels().hasWritten()
                && !input.scope.isWatched()
                && (!JniUtils.isGradMode() || input.scope.blocks().isPresent());
    }

    /** Runs written blocks as {@link Tensor#through(List, Tensor)} says. */
    static Tensor through(Tensor input, List<WrittenBlock> written, Tensor beside) {
        if (JniUtils.isGradMode()) {
            return input.scope.blocks().orElseThrow().run(input, written, beside);
        }
        try (WrittenPass pass = pass(input, written, 0, WrittenLane.Keep.NOTHING)) {
            return pass.forward(input, beside);
        }
    }

    private static WrittenPass pass(
            Tensor input, List<WrittenBlock> written, long seed, WrittenLane.Keep keep) {
        return new WrittenPass(input.scope.compute(), written, input.size(0), seed, keep);
    }

    private Tensor run(Tensor input, UnaryOperator<Tensor> work) {
        long seed = random.seedOf("block", count++);
        compute.seed(seed);
        if (!recompute) {
            return work.apply(input);
        }
        Tensor result = compute.withoutGradient(() -> outsideGraph(input, work));
        return cut(input, result, slope -> again(input, work, seed, slope));
    }

    private Tensor run(Tensor input, List<WrittenBlock> written, Tensor beside) {
        WrittenLane.Keep keep = recompute ? WrittenLane.Keep.INPUTS : WrittenLane.Keep.ALL;
        long seed = random.seedOf("block", count++);
        WrittenPass pass = input.scope.closing(pass(input, written, seed, keep));
        Tensor result = compute.withoutGradient(() -> pass.forward(input, beside));
        return cut(input, result, slope -> compute.withoutGradient(() -> pass.backward(slope)));
    }

    private Tensor cut(Tensor input, Tensor result, UnaryOperator<Tensor> wayBack) {
        result.array.setRequiresGradient(true);
        cuts.push(new Cut(input, result, wayBack));
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
        while (!cuts.isEmpty()) {
            Cut cut = cuts.pop();
            try (Scope inner = compute.scope()) {
                backward(cut, inner);
            }
        }
    }

    private static void backward(Cut cut, Scope inner) {
        Tensor slope = cut.result.gradient(inner);
        if (slope == null) {
            return; // the loss does not depend on this block
        }
        Tensor further = cut.wayBack.apply(slope);
        if (isInGraph(cut.input)) {
            JniUtils.backward(cut.input.array, further.array, true, false);
        }
    }

    /** The gradient of a block's input; the parameters' grow. */
    private Tensor again(Tensor input, UnaryOperator<Tensor> work, long seed, Tensor slope) {
        return compute.withGradient(
                () -> {
                    Tensor leaf = input.in(slope).detached();
                    leaf.array.setRequiresGradient(true);
                    compute.seed(seed);
                    JniUtils.backward(work.apply(leaf).array, slope.array, false, false);
                    return leaf.gradient(slope.scope);
                });
    }

    /** Whether a gradient can flow into it; the engine's own method answers for leaves only. */
    private static boolean isInGraph(Tensor tensor) {
        return tensor.kernels().holds("in_graph", Tensor.value(tensor));
    }
}
