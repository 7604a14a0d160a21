package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a model is trained for: a loss with its options, its own parameters, the figures it reports,
 * and what a model that knows nothing reaches. A value: each edit returns a copy. Everything else
 * that needs to know objectives iterates over those of a training.
 *
 * <pre>{@code
 * var order = Objective.named("frame order")
 *         .asks("Does this clip run backwards?")
 *         .chance("coin", Math.log(2))
 *         .head(h -> h.linear("order", h.width(), 2))
 *         .loss(step -> {
 *             var flip = step.coins("flip");
 *             var seen = step.frames().reversed(1, flip);
 *             var scores = step.head("order").apply(step.model().video(seen).select(1, 0));
 *             return scores.crossEntropy(flip);
 *         });
 * }</pre>
 */
public abstract sealed class Objective permits Vtc, Vtm, Mlm, Pem, Written, Recorded {
    static final Setting<Double> WEIGHT =
            Setting.number("weight", 1, Allowed.atLeast(0.0))
                    .says("factor of the loss in the total", "paper 3.4, eq. 8");

    /** Video-text contrastive alignment before fusion. */
    public static final Vtc VTC = new Vtc();

    /** Video-text matching with hard negatives. */
    public static final Vtm VTM = new Vtm();

    /** Masked language modelling with the video in view. */
    public static final Mlm MLM = new Mlm();

    /** Prompting entity modelling: predict the prompter's soft label of a crop. */
    public static final Pem PEM = new Pem();

    private final String name;
    private final Values values;

    Objective(String name, Values values) {
        this.name = name;
        this.values = values;
        if (key().isEmpty()) {
            throw new IllegalArgumentException(
                    "Objective.named(\"%s\") has no letter; give it a name such as “frame order”."
                            .formatted(name));
        }
    }

    /** The paper's sum of four, each of weight 1 (sections 3.2 to 3.4). */
    public static List<Objective> published() {
        return List.of(VTC, VTM, MLM, PEM);
    }

    /** The same with a teacher for those that need one. */
    public static List<Objective> published(PromptConfig teacher) {
        return List.of(VTC, VTM, MLM, PEM.teacher(teacher));
    }

    /** Begins a new objective; its loss comes last. */
    public static Definition named(String name) {
        return new Definition(name);
    }

    /**
     * The order in which they are computed and summed: the published ones as the paper has them,
     * then others by name.
     *
     * @throws IllegalArgumentException when two have one name
     */
    public static List<Objective> inOrder(Collection<? extends Objective> objectives) {
        List<String> first = published().stream().map(Objective::name).toList();
        List<Objective> sorted = new ArrayList<>(objectives);
        sorted.sort(
                Comparator.<Objective>comparingInt(
                                o -> first.contains(o.name) ? first.indexOf(o.name) : first.size())
                        .thenComparing(Objective::key));
        Set<String> keys = new HashSet<>();
        for (Objective objective : sorted) {
            if (!keys.add(objective.key())) {
                throw new IllegalArgumentException(
                        "Two objectives are called “%s”; give one another name."
                                .formatted(objective.name));
            }
        }
        return List.copyOf(sorted);
    }

    /**
     * From what {@link #identity} gave. A published one is itself again; of another only its record
     * is known.
     *
     * @param key its name in the record
     */
    public static Objective recorded(String key, Map<String, Object> record) {
        return published().stream()
                .filter(o -> o.key().equals(key))
                .findFirst()
                .map(o -> o.recalled(record))
                .orElseGet(() -> Recorded.of(key, record));
    }

    /** With the options of a record of its own. */
    Objective recalled(Map<String, Object> record) {
        return weight(number(record, WEIGHT));
    }

    static double number(Map<String, Object> record, Setting<Double> setting) {
        return record.get(setting.name()) instanceof Number number
                ? number.doubleValue()
                : setting.standard();
    }

    /** What people call it. */
    public final String name() {
        return name;
    }

    /** Its name in records and checkpoints: {@code frame_order}. */
    public final String key() {
        return ObjectiveNames.key(name);
    }

    /** What it asks the model, in one sentence. */
    public abstract String question();

    /** Its options in words. */
    public abstract String optionWords();

    /** The loss of a model that knows nothing. */
    public abstract Chance chance();

    /** What it reports beside its loss. */
    public List<Metric> reports() {
        return List.of();
    }

    /** Its colour in figures, 0xRRGGBB. */
    public abstract int colour();

    /** Its loss as a figure. */
    public final Metric lossMetric() {
        return new Metric(
                ObjectiveNames.capitals(name) + "_LOSS",
                name + " loss",
                Metric.Kind.LOSS,
                Better.LOWER,
                chance(),
                colour());
    }

    /** A figure it reports beside its loss. */
    final Metric report(String what, String title, Better better, Chance chance) {
        return new Metric(
                ObjectiveNames.capitals(what), title, Metric.Kind.REPORT, better, chance, colour());
    }

    /** Its options with their declarations. */
    public final Values values() {
        return values;
    }

    abstract Objective with(Values changed);

    /** Factor of its loss in the total. */
    public final double weight() {
        return values.get(WEIGHT);
    }

    /** With another factor in the total. */
    public Objective weight(double factor) {
        return with(values.with(WEIGHT, factor));
    }

    /** All that decides what it teaches, for records and hashes, by name. */
    public Map<String, Object> identity() {
        return new TreeMap<>(values.identity());
    }

    /** The same, short: a checksum stands for the text of its code. */
    public final Map<String, Object> shortIdentity() {
        Map<String, Object> all = new TreeMap<>(identity());
        all.computeIfPresent("source", (key, text) -> SourceText.sum(text.toString()));
        return all;
    }

    /** Declares its own parameters. */
    void heads(Heads heads) {}

    /** Gets ready for a training, before its first step or before it goes on. */
    void prepare(Setup setup) throws IOException {}

    /** The loss of a batch: a scalar in the graph. */
    public abstract StepTensor loss(Step step);

    /**
     * How its loss is a mean over parts of a batch; empty where it compares all pairs of a batch,
     * or may.
     *
     * @param whole the batch, whose draws are those of {@link #loss}; its clips and texts are not
     *     encoded yet
     */
    Optional<Parts> parts(Step whole) {
        return Optional.empty();
    }

    /** Called after every update of the weights. */
    void afterUpdate(Update update) {}

    /** What is still needed to train it, with the way to get it; empty where nothing is. */
    public Optional<Missing> missing() {
        return Optional.empty();
    }

    /**
     * Why an objective cannot be trained.
     *
     * @param what is missing
     * @param fix the code that brings it
     */
    public record Missing(String what, String fix) {}

    /** Names of what its head tells apart, kept in the checkpoint; empty for most. */
    public List<String> classes() {
        return List.of();
    }

    /** Parameters of its own that are trained. */
    public final long parameters(AlproConfig config) {
        return Heads.counted(this, config).trained();
    }

    /** Parameters that it keeps beside the model and does not train. */
    public final long frozen(AlproConfig config) {
        return Heads.counted(this, config).kept();
    }

    /** How often it runs the fusion layers for one clip, right pairs not counted. */
    public int fusedPasses() {
        return 0;
    }

    /** Whether it reads the fused right pairs, a pass that the objectives of a step share. */
    public boolean readsMatched() {
        return false;
    }

    /** Whether it reads more of them than CLS, or may. */
    boolean readsMatchedTokens() {
        return false;
    }

    /** The expression that gives it in a cell. */
    String code() {
        return "Objective." + name + values.callsFrom(values.schema().values());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Objective that
                && name.equals(that.name)
                && identity().equals(that.identity());
    }

    @Override
    public final int hashCode() {
        return name.hashCode() + identity().hashCode();
    }

    @Override
    public final String toString() {
        return code();
    }
}
