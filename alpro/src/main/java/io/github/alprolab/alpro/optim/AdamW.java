package io.github.alprolab.alpro.optim;

import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.TensorList;
import java.util.List;

/**
 * The published AdamW over the engine's fused kernel: epsilon is added to the uncorrected root of
 * the second moment, and weight decay comes after the update (alpro.md section 5.4).
 */
public final class AdamW {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.98;
    private static final double EPSILON = 1e-6;

    private final List<Parameter> parameters;
    private final TensorList values;
    private final TensorList gradients;
    private final TensorList firstMoments;
    private final TensorList secondMoments;
    private final TensorList counters;
    private final Tensor counter;
    private final double weightDecay;

    /** Makes {@code parameters} collect gradients, with moments of zero. */
    public AdamW(Compute compute, List<Parameter> parameters, double weightDecay) {
        this.parameters = List.copyOf(parameters);
        this.weightDecay = weightDecay;
        List<Tensor> leaves = parameters.stream().map(Parameter::value).toList();
        this.values = new TensorList(leaves);
        this.gradients = new TensorList(leaves.stream().map(Tensor::collectGradient).toList());
        this.firstMoments = zeros(compute, leaves);
        this.secondMoments = zeros(compute, leaves);
        this.counter = compute.lasting().full(0);
        this.counters = new TensorList(leaves.stream().map(l -> counter).toList());
    }

    /** Parameters in the order of {@link #firstMoments} and {@link #secondMoments}. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Running means of gradients. */
    public List<Tensor> firstMoments() {
        return firstMoments.tensors();
    }

    /** Running means of squared gradients. */
    public List<Tensor> secondMoments() {
        return secondMoments.tensors();
    }

    /** Gradients of the last backward pass. */
    public List<Tensor> gradients() {
        return gradients.tensors();
    }

    /**
     * Clips the gradient, updates every parameter and clears the gradient.
     *
     * @param step 1, 2, …; the counter of the bias correction
     * @param learningRate of this step
     * @param clip largest global norm
     * @return the norm before clipping
     */
    public double step(int step, double learningRate, double clip) {
        double norm = gradients.norm();
        double scale = clip / (norm + 1e-6);
        if (scale < 1) {
            gradients.scale(scale);
        }
        double correction = Math.sqrt(1 - Math.pow(BETA2, step));
        counter.copyFrom(new float[] {step});
        values.adamW(
                gradients,
                firstMoments,
                secondMoments,
                counters,
                learningRate,
                BETA1,
                BETA2,
                // The kernel divides the root by the correction before it adds its epsilon.
                EPSILON / correction,
                1 - learningRate * weightDecay);
        gradients.clear();
        return norm;
    }

    /** Forgets the gradient without a step. */
    public void clear() {
        gradients.clear();
    }

    private static TensorList zeros(Compute compute, List<Tensor> leaves) {
        return new TensorList(
                leaves.stream().map(l -> compute.lasting().full(0, l.shape())).toList());
    }
}
