package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A {@link WrittenBlock} with its arguments as the engine takes them, for the lanes of one pass.
 *
 * <p>States are lists of tensors: a block's result, what all blocks see beside it, then what the
 * block keeps. Slopes are lists of the gradient of a block's input, then those of its parameters.
 * They are closed by whoever got them. What a lane drops follows from its seed alone, so that it
 * drops the same when it goes forward again.
 */
final class BlockCall implements AutoCloseable {
    private final Kernels kernels;
    private final WrittenBlock block;
    private final IValue parameters;

    /** The same as products take them: weights and their biases in BF16 where that is wanted. */
    private final IValue factors;

    private final IValue sizes;
    private final IValue epsilon;
    private final IValue rate;
    private final LongUnaryOperator seedOfLane;

    BlockCall(Kernels kernels, WrittenBlock block, boolean bf16, LongUnaryOperator seedOfLane) {
        this.kernels = kernels;
        this.block = block;
        this.parameters = Tensor.values(block.parameters());
        this.factors = bf16 ? kernels.runWritten("halves", parameters) : parameters;
        this.sizes = IValue.listFrom(block.sizes().stream().mapToLong(i -> i).toArray());
        this.epsilon = IValue.from(block.epsilon());
        this.rate = IValue.from(block.rate());
        this.seedOfLane = seedOfLane;
    }

    /** The state after a state; it ends with what {@link #backward} needs where that is kept. */
    IValue forward(IValue state, int lane, boolean keep) {
        try (IValue kept = IValue.from(keep);
                IValue seed = IValue.from(seedOfLane.applyAsLong(lane))) {
            return kernels.runWritten(
                    block.kernel(), state, factors, sizes, epsilon, rate, seed, kept);
        }
    }

    /** The slopes of a block before slopes and a kept state. */
    IValue backward(IValue slopes, IValue kept) {
        return kernels.runWritten(block.backward(), slopes, kept, factors, sizes, epsilon, rate);
    }

    /** Adds to the parameters' gradients what slopes of all lanes hold for them, in their order. */
    void add(List<IValue> slopes) {
        try (IValue lanes = IValue.listFrom(slopes.toArray(IValue[]::new))) {
            kernels.runWritten("add_slopes", lanes, parameters).close();
        }
    }

    @Override
    public void close() {
        parameters.close();
        if (factors != parameters) {
            factors.close();
        }
        sizes.close();
        epsilon.close();
        rate.close();
    }
}
