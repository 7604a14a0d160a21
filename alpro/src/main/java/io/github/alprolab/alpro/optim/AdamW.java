package io.github.alprolab.alpro.optim;

import io.github.alprolab.alpro.config.ParameterGroup;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.TensorList;
import java.util.ArrayList;
import java.util.List;

/**
 * The published AdamW over the engine's fused kernel: epsilon is added to the uncorrected root of
 * the second moment, and weight decay comes after the update (docs/method.md section 5.4):
 *
 * <pre>
 * m = b1 m + (1 - b1) g;  u = b2 u + (1 - b2) g g
 * p = p - rate sqrt(1 - b2^k) / (1 - b1^k) m / (sqrt(u) + 1e-6)
 * p = p - rate decay p
 * </pre>
 */
public final class AdamW {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.98;
    private static final double EPSILON = 1e-6;

    private final Compute compute;
    private final List<Parameter> parameters;
    private final TensorList gradients;
    private final List<Tensor> firstMoments;
    private final List<Tensor> secondMoments;
    private final Tensor counter;
    private final List<Group> groups;

    /** The tensors of one parameter group. */
    private record Group(
            TensorList values,
            TensorList gradients,
            TensorList firstMoments,
            TensorList secondMoments,
            TensorList counters,
            double rateFactor,
            double weightDecay) {}

    /** One rule for all parameters. */
    public AdamW(Compute compute, List<Parameter> parameters, double weightDecay) {
        this(compute, parameters, List.of(new ParameterGroup(".*", 1, weightDecay)));
    }

    /**
     * Makes {@code parameters} collect gradients, with moments of zero.
     *
     * @param rules first match first; the last one takes all parameters that are left
     * @throws IllegalArgumentException when a rule other than the last fits no parameter
     */
    public AdamW(Compute compute, List<Parameter> parameters, List<ParameterGroup> rules) {
        this.compute = compute;
        this.parameters = List.copyOf(parameters);
        List<List<Integer>> members = members(parameters, rules);
        List<Tensor> leaves = parameters.stream().map(Parameter::value).toList();
        this.gradients = new TensorList(leaves).collectGradients();
        this.firstMoments = zeros(compute, leaves);
        this.secondMoments = zeros(compute, leaves);
        this.counter = compute.lasting().full(0);
        this.groups = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!members.get(i).isEmpty()) {
                groups.add(group(leaves, members.get(i), rules.get(i)));
            }
        }
    }

    /** Parameters in the order of {@link #firstMoments} and {@link #secondMoments}. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Running means of gradients. */
    public List<Tensor> firstMoments() {
        return firstMoments;
    }

    /** Running means of squared gradients. */
    public List<Tensor> secondMoments() {
        return secondMoments;
    }

    /** Gradients of the backward passes since the last update. */
    public List<Tensor> gradients() {
        return gradients.tensors();
    }

    /**
     * Clips the gradient to a global norm as published, {@code g clip / (norm + 1e-6)}, updates
     * every parameter and clears the gradient.
     *
     * @param step k = 1, 2, …; the counter of the bias correction
     * @param learningRate of this step, before the groups' factors
     * @param clip largest global norm
     * @return the norm before clipping
     */
    public double step(int step, double learningRate, double clip) {
        try (Scope scope = compute.scope()) {
            double norm = clip(scope, clip).scalar();
            update(step, learningRate);
            return norm;
        }
    }

    /**
     * The first half of {@link #step}: clips the gradient.
     *
     * @return the norm before, in {@code scope}; not yet read from the device
     */
    public Tensor clip(Scope scope, double clip) {
        return gradients.clip(scope, clip);
    }

    /** The second half of {@link #step}: updates every parameter and clears the gradient. */
    public void update(int step, double learningRate) {
        counter.fill(step);
        groups.forEach(group -> update(group, step, learningRate * group.rateFactor()));
        gradients.clear();
    }

    /** Multiplies the gradient, as after a backward pass from a multiple of the loss. */
    public void scaleGradients(double factor) {
        gradients.scale(factor);
    }

    /** Forgets the gradient without a step. */
    public void clear() {
        gradients.clear();
    }

    private static void update(Group group, int step, double rate) {
        group.values.adamW(
                group.gradients,
                group.firstMoments,
                group.secondMoments,
                group.counters,
                rate,
                BETA1,
                BETA2,
                // The kernel divides the root by its correction before it adds its epsilon.
                EPSILON / Math.sqrt(1 - Math.pow(BETA2, step)),
                1 - rate * group.weightDecay);
    }

    private Group group(List<Tensor> leaves, List<Integer> members, ParameterGroup rule) {
        return new Group(
                some(leaves, members),
                some(gradients.tensors(), members),
                some(firstMoments, members),
                some(secondMoments, members),
                new TensorList(members.stream().map(i -> counter).toList()),
                rule.rateFactor(),
                rule.weightDecay());
    }

    /** Positions of the parameters of each rule. */
    private static List<List<Integer>> members(
            List<Parameter> parameters, List<ParameterGroup> rules) {
        List<List<Integer>> members = new ArrayList<>();
        rules.forEach(rule -> members.add(new ArrayList<>()));
        for (int i = 0; i < parameters.size(); i++) {
            int rule = 0;
            while (rule < rules.size() - 1 && !rules.get(rule).holds(parameters.get(i).name())) {
                rule++;
            }
            members.get(rule).add(i);
        }
        for (int i = 0; i < rules.size() - 1; i++) {
            requireMembers(rules.get(i), members.get(i), parameters);
        }
        return members;
    }

    private static void requireMembers(
            ParameterGroup rule, List<Integer> members, List<Parameter> parameters) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException(
                    "The parameter group “"
                            + rule.names()
                            + "” fits no parameter that an earlier group has left. Names look"
                            + " like "
                            + parameters.get(0).name()
                            + "; correct the pattern or leave the group out.");
        }
    }

    private static TensorList some(List<Tensor> tensors, List<Integer> places) {
        return new TensorList(places.stream().map(tensors::get).toList());
    }

    private static List<Tensor> zeros(Compute compute, List<Tensor> leaves) {
        return leaves.stream().map(l -> compute.lasting().full(0, l.shape())).toList();
    }
}
