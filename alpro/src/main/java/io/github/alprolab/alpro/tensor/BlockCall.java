package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.IValue;
import java.util.List;

/**
 * A {@link WrittenBlock} with its arguments as the engine takes them, for the lanes of one pass.
 *
 * <p>States are lists of tensors: a block's result, what all blocks see beside it, then what the
 * block keeps. Slopes are lists of the gradient of a block's input, then those of its parameters.
 * They are closed by whoever got them.
 */
final class BlockCall implements AutoCloseable {
    private final Kernels kernels;
    private final WrittenBlock block;
    private final IValue parameters;
    private final IValue sizes;
    private final IValue epsilon;

    BlockCall(Kernels kernels, WrittenBlock block) {
        this.kernels = kernels;
        this.block = block;
        this.parameters = Tensor.values(block.parameters());
        this.sizes = IValue.listFrom(block.sizes().stream().mapToLong(i -> i).toArray());
        this.epsilon = IValue.from(block.epsilon());
    }

    /** The state after a state; it ends with what {@link #backward} needs where that is kept. */
    IValue forward(IValue state, boolean keep) {
        try (IValue kept = IValue.from(keep)) {
            return kernels.runWritten(block.kernel(), state, parameters, sizes, epsilon, kept);
        }
    }

    /** The slopes of a block before slopes and a kept state. */
    IValue backward(IValue slopes, IValue kept) {
        return kernels.runWritten(block.backward(), slopes, kept, parameters, sizes, epsilon);
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
        sizes.close();
        epsilon.close();
    }
}
