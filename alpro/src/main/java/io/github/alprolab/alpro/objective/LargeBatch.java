package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.tensor.Computes;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
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
 *
 * <p>With replicas of the model on further devices each device has as many neighbouring parts, and
 * all tokens in its memory. Tokens are gathered on the first device and their gradients come back
 * to it; losses of the whole batch are computed there. Where a device has a single part, that is
 * encoded once, with its graph.
 */
final class LargeBatch {
    private final List<ObjectiveSum> sums;
    private final ObjectiveSum sum;
    private final Chunks chunks;
    private final Consumer<Tensor> then;
    private final boolean once;
    private final Encoded[] encoded;
    private final List<List<Share>> shares;
    private final Map<Bound, Function<Step, StepTensor>> together = new LinkedHashMap<>();
    private final Map<Objective, Parts> apart = new LinkedHashMap<>();
    private final Map<Metric, Double> values = new LinkedHashMap<>();

    /** What a part of the batch counts in the figures. */
    private record Share(Map<Metric, Double> figures, double weight) {}

    /** A part that was encoded, with its graph. */
    private record Encoded(Scope scope, SharedStep step) {
        void close() {
            step.end();
            scope.close();
        }
    }

    /** The tokens as a device has them, and where their gradients arrive. */
    private record OnDevice(BatchTokens tokens, BatchTokens gradients) {}

    /**
     * @param sums one a device, the first of them that of the model
     * @param then gets what backward passes begin at; their gradients add up
     */
    LargeBatch(List<ObjectiveSum> sums, Chunks chunks, Consumer<Tensor> then) {
        this.sums = sums;
        this.sum = sums.get(0);
        this.chunks = chunks;
        this.then = then;
        this.once = chunks.count() == sums.size();
        this.encoded = new Encoded[chunks.count()];
        this.shares = new ArrayList<>(Collections.nCopies(chunks.count(), List.of()));
    }

    /** All figures, in the order of {@link ObjectiveSum#metrics}. */
    Map<Metric, Double> figures(Map<? extends Objective, Function<Step, StepTensor>> instead) {
        try (Scope scope = chunks.losses(sum.compute(), "all", 0)) {
            StepInputs in = chunks.whole().apply(scope);
            BatchTokens tokens = BatchTokens.room(scope, sum.config(), in.texts());
            SharedStep whole =
                    sum.shared(in, Optional.of(new SharedStep.Part(tokens, 0, Optional.empty())));
            List<Step> steps = sort(whole, instead);
            eachPart(i -> encode(i, tokens));
            apart.values().forEach(Parts::seen);
            BatchTokens gradients = tokens.gradients();
            // What it draws does not hang on parts.
            sum.compute().seed(chunks.seedOf("losses of all", 0));
            if (!together.isEmpty()) {
                values.putAll(sum.figures(whole, together, then).read());
            }
            lose(whole, new OnDevice(tokens, gradients));
            eachPart(i -> sendOn(i, gradients));
            steps.forEach(step -> values.putAll(step.reported().read()));
            whole.end();
        } finally {
            Arrays.stream(encoded).filter(Objects::nonNull).forEach(Encoded::close);
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
                apart.put(one.objective(), parts.get());
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
        Computes.each(
                sums.stream().map(ObjectiveSum::compute).toList(), device -> each(device, work));
    }

    /** The parts of a device in their order. */
    private void each(int device, Work work) {
        int own = chunks.count() / sums.size();
        for (int i = device * own; i < (device + 1) * own; i++) {
            work.on(i);
        }
    }

    /** Of the device that has a part. */
    private ObjectiveSum of(int index) {
        return sums.get(index / (chunks.count() / sums.size()));
    }

    private int first(int index, BatchTokens tokens) {
        return index * (tokens.texts().rows() / chunks.count());
    }

    private Encoded encoded(int index, boolean graph) {
        Scope scope = chunks.encoding(of(index).compute(), index, graph);
        StepInputs in = chunks.part().apply(scope, index);
        return new Encoded(scope, of(index).shared(in, Optional.empty()));
    }

    private void encode(int index, BatchTokens tokens) {
        Encoded part = encoded(index, once);
        encoded[index] = part;
        int first = first(index, tokens);
        tokens.put(first, part.step.video(), part.step.text());
        eachApart(index, (one, parts) -> parts.look(new Step(part.step, one), first));
        if (!once) {
            forget(index);
        }
    }

    private void forget(int index) {
        encoded[index].close();
        encoded[index] = null;
    }

    /** Objectives that fall apart, as they are bound on the device of a part. */
    private void eachApart(int index, BiConsumer<Bound, Parts> work) {
        for (Bound one : of(index).bound()) {
            Parts parts = apart.get(one.objective());
            if (parts != null) {
                work.accept(one, parts);
            }
        }
    }

    /** Every part's losses; gradients that arrive on other devices are added to the first's. */
    private void lose(SharedStep whole, OnDevice first) {
        List<Scope> scopes = new ArrayList<>();
        try {
            List<OnDevice> all = new ArrayList<>(List.of(first));
            for (ObjectiveSum other : sums.subList(1, sums.size())) {
                Scope scope = other.compute().scope();
                scopes.add(scope);
                BatchTokens copy = first.tokens.on(scope);
                all.add(new OnDevice(copy, copy.gradients()));
            }
            Computes.each(
                    sums.stream().map(ObjectiveSum::compute).toList(),
                    device -> each(device, i -> lose(i, all.get(device).tokens, whole)));
            all.subList(1, all.size()).forEach(other -> first.gradients.add(other.gradients));
        } finally {
            scopes.forEach(Scope::close);
        }
        shares.forEach(some -> some.forEach(this::count));
    }

    private void count(Share share) {
        share.figures.forEach((m, v) -> values.merge(m, share.weight * v, Double::sum));
    }

    private void lose(int index, BatchTokens tokens, SharedStep whole) {
        int first = first(index, tokens);
        SharedStep.Part place = new SharedStep.Part(tokens, first, Optional.of(whole));
        try (Scope scope = chunks.losses(of(index).compute(), "part", index)) {
            SharedStep part =
                    of(index).shared(chunks.part().apply(scope, index), Optional.of(place));
            Map<BatchFigures, Double> figures = new LinkedHashMap<>();
            List<Tensor> losses = new ArrayList<>();
            eachApart(
                    index,
                    (one, parts) -> {
                        Step step = new Step(part, one);
                        double weight = parts.weight(step, first);
                        if (weight > 0) {
                            Tensor loss = ObjectiveSum.scalar(one, parts.loss(step, first));
                            losses.add(loss.scale(one.objective().weight() * weight));
                            BatchFigures own = new BatchFigures();
                            own.add(one.objective().lossMetric(), loss);
                            own.addAll(step.reported());
                            figures.put(own, weight);
                        }
                    });
            losses.stream().reduce(Tensor::add).ifPresent(then);
            List<Share> told = new ArrayList<>();
            figures.forEach((own, weight) -> told.add(new Share(own.read(), weight)));
            shares.set(index, told);
            part.end();
        }
    }

    private void sendOn(int index, BatchTokens gradients) {
        if (!once) {
            encoded[index] = encoded(index, true);
        }
        SharedStep part = encoded[index].step;
        Tensor video = part.video(); // before the texts, as without a graph
        gradients.sentOn(first(index, gradients), video, part.text()).backward();
        forget(index);
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
