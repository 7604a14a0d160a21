package io.github.alprolab.alpro.tensor;

import java.util.List;

/**
 * A part of a network whose passes are both written out as kernels in {@code blocks.py}, instead of
 * being made of single operations that the engine differentiates. It computes what its plain
 * counterpart does, up to rounding and to what is dropped. See {@link Tensor#through(List,
 * Tensor)}.
 *
 * @param kernel its forward pass; the one that goes backward has {@code _slopes} behind its name
 * @param parameters in the kernel's order
 * @param epsilon of its layer norms
 * @param rate of dropout or stochastic depth, 0 to below 1
 * @param sizes that do not follow from its tensors, in the kernel's order
 */
public record WrittenBlock(
        String kernel, List<Tensor> parameters, double epsilon, double rate, List<Integer> sizes) {

    public WrittenBlock {
        parameters = List.copyOf(parameters);
        sizes = List.copyOf(sizes);
    }

    String backward() {
        return kernel + "_slopes";
    }
}
