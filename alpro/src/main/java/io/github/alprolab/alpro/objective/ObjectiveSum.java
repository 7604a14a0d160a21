package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The weighted sum of objectives over one model (paper section 3.4, eq. 8). */
public final class ObjectiveSum {
    private final Compute compute;
    private final StateDict state;
    private final AlproModel model;
    private final Optional<Vocabulary> vocabulary;
    private final List<Bound> bound;

    /**
     * Declares the objectives' own parameters behind those of the model.
     *
     * @param objectives in the order of {@link Objective#inOrder}
     * @param state that holds the model
     * @param vocabulary empty where no objective reads words
     */
    public ObjectiveSum(
            Compute compute,
            List<Objective> objectives,
            StateDict state,
            AlproModel model,
            Optional<Vocabulary> vocabulary) {
        this.compute = compute;
        this.state = state;
        this.model = model;
        this.vocabulary = vocabulary;
        this.bound =
                objectives.stream()
                        .map(
                                o ->
                                        new Bound(
                                                o,
                                                Heads.declared(
                                                        o,
                                                        model.config(),
                                                        Optional.of(state.root()))))
                        .toList();
    }

    /** In the order of the sum. */
    public List<Objective> objectives() {
        return bound.stream().map(Bound::objective).toList();
    }

    /**
     * Gets all ready before the first step, or before a checkpoint is read.
     *
     * @throws IOException when something that an objective needs cannot be read
     */
    public void prepare() throws IOException {
        for (Bound one : bound) {
            one.objective().prepare(new Setup(compute, model, one.kept()));
            one.built().copies.values().forEach(copy -> copy.start(state));
        }
    }

    /** Names of what the objectives' own heads tell apart; empty for most. */
    public List<String> classes() {
        return bound.stream().flatMap(b -> b.objective().classes().stream()).toList();
    }

    /** All figures that a batch has: the total, each loss, what each reports. */
    public List<Metric> metrics() {
        List<Metric> all = new ArrayList<>(List.of(Metric.TOTAL_LOSS));
        bound.forEach(b -> all.add(b.objective().lossMetric()));
        bound.forEach(b -> all.addAll(b.objective().reports()));
        return all;
    }

    /**
     * Computes all losses of a batch.
     *
     * @param then gets the total, in the graph, before any figure is read
     * @return the figures of the batch, in the order of {@link #metrics}
     * @throws IllegalArgumentException when an objective's loss is no scalar
     */
    public Map<Metric, Double> of(StepInputs in, Consumer<Tensor> then) {
        return of(in, Map.of(), then);
    }

    /**
     * The same with some losses in another way, such as with given draws.
     *
     * @param instead how these objectives' losses are computed
     */
    public Map<Metric, Double> of(
            StepInputs in,
            Map<? extends Objective, Function<Step, StepTensor>> instead,
            Consumer<Tensor> then) {
        return unread(in, instead, then).read();
    }

    /** The same, for which nobody has waited yet. */
    public BatchFigures unread(
            StepInputs in,
            Map<? extends Objective, Function<Step, StepTensor>> instead,
            Consumer<Tensor> then) {
        SharedStep shared = shared(in);
        BatchFigures figures = all(shared, instead, then);
        shared.end();
        return figures;
    }

    /**
     * The same with a look at the unit vectors of the batch, as they were computed for it.
     *
     * @param seen gets those of the clips and those of the texts, (B, d) each, of the same scope
     */
    public Map<Metric, Double> of(
            StepInputs in,
            Map<? extends Objective, Function<Step, StepTensor>> instead,
            BiConsumer<Tensor, Tensor> seen) {
        SharedStep shared = shared(in);
        Map<Metric, Double> values = all(shared, instead, total -> {}).read();
        seen.accept(shared.videoFeatures(), shared.textFeatures());
        shared.end();
        return values;
    }

    /** The unit vectors of a batch alone, as {@link #of} has them. */
    public void features(StepInputs in, BiConsumer<Tensor, Tensor> seen) {
        SharedStep shared = shared(in);
        seen.accept(shared.videoFeatures(), shared.textFeatures());
        shared.end();
    }

    /**
     * The figures of a large batch, of which a part at a time is in a graph; values and gradients
     * are those of the whole up to rounding.
     *
     * @param others the same sum over replicas of the model on further devices; each device
     *     computes as many of the parts
     * @param then gets, several times, what a backward pass is to begin at; the gradients add up;
     *     on a thread of each device where there are several
     */
    public Map<Metric, Double> of(
            Chunks chunks,
            List<ObjectiveSum> others,
            Map<? extends Objective, Function<Step, StepTensor>> instead,
            Consumer<Tensor> then) {
        List<ObjectiveSum> all = new ArrayList<>(List.of(this));
        all.addAll(others);
        return new LargeBatch(all, chunks, then).figures(instead);
    }

    private BatchFigures all(
            SharedStep shared,
            Map<? extends Objective, Function<Step, StepTensor>> instead,
            Consumer<Tensor> then) {
        Map<Bound, Function<Step, StepTensor>> losses = new LinkedHashMap<>();
        for (Bound one : bound) {
            Function<Step, StepTensor> given = instead.get(one.objective());
            losses.put(one, given == null ? one.objective()::loss : given);
        }
        return figures(shared, losses, then);
    }

    /** Those of some of them, in their order. */
    BatchFigures figures(
            SharedStep shared, Map<Bound, Function<Step, StepTensor>> how, Consumer<Tensor> then) {
        Map<Bound, Tensor> losses = new LinkedHashMap<>();
        BatchFigures reported = new BatchFigures();
        how.forEach(
                (one, loss) -> {
                    Step step = new Step(shared, one);
                    losses.put(one, scalar(one, loss.apply(step)));
                    reported.addAll(step.reported());
                });
        Tensor total =
                losses.entrySet().stream()
                        .map(e -> e.getValue().scale(e.getKey().objective().weight()))
                        .reduce(Tensor::add)
                        .orElseThrow();
        then.accept(total);
        BatchFigures figures = new BatchFigures();
        figures.add(Metric.TOTAL_LOSS, total);
        losses.forEach((one, loss) -> figures.add(one.objective().lossMetric(), loss));
        figures.addAll(reported);
        return figures;
    }

    Compute compute() {
        return compute;
    }

    List<Bound> bound() {
        return bound;
    }

    AlproConfig config() {
        return model.config();
    }

    /** The step of one of the objectives, to look at what it computes. */
    public Step step(StepInputs in, Objective objective) {
        return new Step(
                shared(in),
                bound.stream()
                        .filter(b -> b.objective().equals(objective))
                        .findFirst()
                        .orElseThrow());
    }

    /** Tells all objectives of update {@code number}, 1, 2, … */
    public void afterUpdate(int number) {
        bound.forEach(b -> b.objective().afterUpdate(new Update(number, b, state)));
    }

    private SharedStep shared(StepInputs in) {
        return shared(in, Optional.empty());
    }

    SharedStep shared(StepInputs in, Optional<SharedStep.Part> part) {
        boolean tokens = bound.stream().anyMatch(b -> b.objective().readsMatchedTokens());
        return new SharedStep(compute, model, vocabulary, in, tokens, part);
    }

    static Tensor scalar(Bound of, StepTensor loss) {
        if (loss == null || loss.shape().length != 0) {
            throw new IllegalArgumentException(
                    "Objective “%s”: its loss is %s; a scalar is needed, such as x.mean()."
                            .formatted(of.objective().name(), loss));
        }
        return loss.tensor();
    }
}
