package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The losses of a large batch, with what a backward pass needs kept for one part of it at a time
 * (GradCache: Gao et al. 2021, «Scaling Deep Contrastive Learning Batch Size under Memory Limited
 * Setup», section 3). Values and gradients are those of the whole batch up to rounding.
 *
 * <ol>
 *   <li>Each part is encoded without a graph; its tokens are kept.
 *   <li>Losses are computed in a graph that begins at the tokens: of the whole batch where a loss
 *       compares all pairs, or may, and part by part where it is a mean over parts.
 *   <li>Each part is encoded again, with the same draws and a graph, and the gradients that arrived
 *       at its tokens are sent on into the encoders.
 * </ol>
 */
final class LargeBatch {
    private final Compute compute;
    private final ObjectiveSum sum;
    private final Chunks chunks;
    private final Consumer<Tensor> then;
    private final Map<Bound, Function<Step, StepTensor>> together = new LinkedHashMap<>();
    private final Map<Bound, Parts> apart = new LinkedHashMap<>();
    private final Map<Metric, Double> values = new LinkedHashMap<>();

    private record Share(BatchFigures figures, double weight) {}

    /**
     * @param then gets what backward passes begin at; their gradients add up
     */
    LargeBatch(Compute compute, ObjectiveSum sum, Chunks chunks, Consumer<Tensor> then) {
        this.compute = compute;
        this.sum = sum;
        this.chunks = chunks;
        this.then = then;
    }

    /** All figures, in the order of {@link ObjectiveSum#metrics}. */
    Map<Metric, Double> figures(Map<? extends Objective, Function<Step, StepTensor>> instead) {
        try (Scope scope = chunks.losses(compute, "all", 0)) {
            StepInputs in = chunks.whole().apply(scope);
            BatchTokens tokens = BatchTokens.room(scope, sum.config(), in.texts());
            SharedStep whole =
                    sum.shared(in, Optional.of(new SharedStep.Part(tokens, 0, Optional.empty())));
            List<Step> steps = sort(whole, instead);
            eachPart(i -> encode(i, tokens));
            apart.values().forEach(Parts::seen);
            BatchTokens gradients = tokens.gradients();
            compute.seed(chunks.seedOf("losses of all", 0)); // what it draws does not hang on parts
            if (!together.isEmpty()) {
                values.putAll(sum.figures(whole, together, then));
            }
            eachPart(
                    i ->
                            lose(
                                    i,
                                    new SharedStep.Part(
                                            tokens, first(i, tokens), Optional.of(whole))));
            eachPart(i -> sendOn(i, gradients));
            steps.forEach(step -> values.putAll(step.reported().read()));
            whole.end();
        }
        return inOrder();
    }

    /** Sorts the objectives by whether they fall apart; gives the steps of those that do. */
    private List<Step> sort(
            SharedStep whole, Map<? extends Objective, Function<Step, StepTensor>> instead) {
        List<Step> steps = new ArrayList<>();
        for (Bound one : sum.bound()) {
            Function<Step, StepTensor> given = instead.get(one.objective());
            Step step = new Step(whole, one);
            Optional<Parts> parts = given == null ? one.objective().parts(step) : Optional.empty();
            if (parts.isPresent()) {
                apart.put(one, parts.get());
                steps.add(step);
                values.put(one.objective().lossMetric(), 0.0);
            } else {
                together.put(one, given == null ? one.objective()::loss : given);
            }
        }
        return steps;
    }

    private interface Work {
        void on(int index);
    }

    private void eachPart(Work work) {
        for (int i = 0; i < chunks.count(); i++) {
            work.on(i);
        }
    }

    private int first(int index, BatchTokens tokens) {
        return index * (tokens.texts().rows() / chunks.count());
    }

    private void encode(int index, BatchTokens tokens) {
        try (Scope scope = chunks.encoding(compute, index, false)) {
            SharedStep part = sum.shared(chunks.part().apply(scope, index), Optional.empty());
            int first = first(index, tokens);
            tokens.put(first, part.video(), part.text());
            apart.forEach((one, parts) -> parts.look(new Step(part, one), first));
            part.end();
        }
    }

    private void lose(int index, SharedStep.Part place) {
        try (Scope scope = chunks.losses(compute, "part", index)) {
            SharedStep part = sum.shared(chunks.part().apply(scope, index), Optional.of(place));
            List<Share> shares = new ArrayList<>();
            List<Tensor> losses = new ArrayList<>();
            apart.forEach(
                    (one, parts) -> {
                        Step step = new Step(part, one);
                        double weight = parts.weight(step, place.first());
                        if (weight > 0) {
                            Tensor loss = ObjectiveSum.scalar(one, parts.loss(step, place.first()));
                            losses.add(loss.scale(one.objective().weight() * weight));
                            BatchFigures own = new BatchFigures();
                            own.add(one.objective().lossMetric(), loss);
                            own.addAll(step.reported());
                            shares.add(new Share(own, weight));
                        }
                    });
            losses.stream().reduce(Tensor::add).ifPresent(then);
            for (Share share : shares) {
                share.figures
                        .read()
                        .forEach((m, v) -> values.merge(m, share.weight * v, Double::sum));
            }
            part.end();
        }
    }

    private void sendOn(int index, BatchTokens gradients) {
        try (Scope scope = chunks.encoding(compute, index, true)) {
            SharedStep part = sum.shared(chunks.part().apply(scope, index), Optional.empty());
            Tensor video = part.video(); // before the texts, as without a graph
            gradients.sentOn(first(index, gradients), video, part.text()).backward();
            part.end();
        }
    }

    private Map<Metric, Double> inOrder() {
        double total = 0;
        for (Bound one : sum.bound()) {
            total += one.objective().weight() * values.get(one.objective().lossMetric());
        }
        values.put(Metric.TOTAL_LOSS, total);
        Map<Metric, Double> ordered = new LinkedHashMap<>();
        for (Metric metric : sum.metrics()) {
            if (values.containsKey(metric)) {
                ordered.put(metric, values.get(metric));
            }
        }
        return ordered;
    }
}
