package io.github.alprolab.alpro.config;

import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.alpro.setting.Configured;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a model is trained: the declarations of all its settings, and a value for each. Each edit
 * returns a copy.
 *
 * @param values of the settings declared here
 */
public record TrainConfig(Values values) implements Configured {
    private static final Schema TRAINER = new Schema("Trainer");

    public static final Setting<String> OPTIMIZER =
            TRAINER.add(
                    Setting.fixed("optimizer", "AdamW")
                            .says("rule that turns gradients into updates", "paper 4.1"));
    public static final Setting<Double> LEARNING_RATE =
            TRAINER.add(
                    Setting.number("learningRate", 1e-4, Allowed.above(0))
                            .says("peak learning rate", "paper 4.1"));
    public static final Setting<Double> WARMUP =
            TRAINER.add(
                    Setting.number("warmup", 0.05, Allowed.shareBelowOne())
                            .titled("warm-up")
                            .says(
                                    "share of all updates in which the learning rate rises",
                                    "paper 4.1"));
    public static final Setting<Decay> DECAY =
            TRAINER.add(
                    Setting.choice("decay", Decay.LINEAR)
                            .says("how the learning rate falls after the warm-up", "paper 4.1"));
    public static final Setting<Double> WEIGHT_DECAY =
            TRAINER.add(
                    Setting.number("weightDecay", 1e-3, Allowed.atLeast(0.0))
                            .says("decoupled weight decay, really applied", "paper 4.1"));
    public static final Setting<Double> CLIP =
            TRAINER.add(
                    Setting.number("clip", 20, Allowed.above(0))
                            .says("largest global norm of the gradient", "published code"));
    public static final Setting<Integer> EPOCHS =
            TRAINER.add(
                    Setting.count("epochs", 10, 1)
                            .says("passes over the training clips", "paper 4.1"));
    public static final Setting<Integer> BATCH =
            TRAINER.add(
                    Setting.count("batch", 16, 1)
                            .in("clips")
                            .says(
                                    "clips of a batch; training needs 2, since the others are the"
                                            + " negatives",
                                    "published code"));
    public static final Setting<Integer> ACCUMULATE =
            TRAINER.add(
                    Setting.count("accumulate", 1, 1)
                            .identity(Identity.WHERE_CHANGED)
                            .in("batches")
                            .says(
                                    "batches whose mean gradient makes one update; a clip is"
                                            + " compared with those of its own batch only",
                                    ""));
    public static final Setting<Integer> CHUNKS =
            TRAINER.add(
                    Setting.count("chunks", 1, 1)
                            .identity(Identity.WHERE_CHANGED)
                            .in("parts")
                            .says(
                                    "equal parts that a batch is computed in, all of its clips"
                                            + " compared with one another: the memory of a part,"
                                            + " and encoders run once more",
                                    "Gao et al. 2021"));
    public static final Setting<Boolean> GRADIENT_CHECKPOINTING =
            TRAINER.add(
                    Setting.flag("gradientCheckpointing")
                            .identity(Identity.WHERE_CHANGED)
                            .besideTheSteps()
                            .says(
                                    "encoder blocks computed again in the backward pass: less"
                                            + " memory, about a third more time, the same gradients",
                                    ""));
    public static final Setting<List<ParameterGroup>> PARAMETER_GROUPS =
            TRAINER.add(
                    Setting.list(
                                    "parameterGroups",
                                    Allowed.<List<ParameterGroup>>any("any number of groups"),
                                    ParameterGroup::code,
                                    group -> group)
                            .identity(Identity.WHERE_CHANGED)
                            .reads(groups -> groups.isEmpty() ? "none" : groups.toString())
                            .says(
                                    "parameters with a learning rate and a weight decay of their"
                                            + " own, first match first",
                                    ""));
    public static final Setting<List<PublishedQuirk>> QUIRKS =
            TRAINER.add(
                    Setting.list(
                                    "likeReferenceCode",
                                    new Allowed<>("each quirk once", PublishedQuirk::inOrder),
                                    quirk -> Code.of(quirk),
                                    quirk -> quirk.name())
                            .identity(Identity.WHERE_CHANGED)
                            .titled("quirks")
                            .written(PublishedQuirk::call)
                            .recorded(PublishedQuirk::json)
                            .reads(PublishedQuirk::words)
                            .says("what is done as in the published code", "published code"));
    public static final Setting<Precision> PRECISION =
            TRAINER.add(
                    Setting.choice("precision", Precision.FP32)
                            .written(p -> p == Precision.FP32 ? "" : Precision.call(p))
                            .says("how exactly numbers are kept while training", ""));
    public static final Setting<Integer> CHECKPOINT =
            TRAINER.add(
                    Setting.count("checkpoint", 0, 0)
                            .identity(Identity.NEVER)
                            .in("updates")
                            .written(n -> n == 0 ? "" : ".checkpoint(Every.updates(" + n + "))")
                            .reads(n -> n == 0 ? "every epoch" : "every " + n)
                            .says(
                                    "updates after which a checkpoint is written, besides the end"
                                            + " of every epoch",
                                    ""));
    public static final Setting<Long> SEED =
            TRAINER.add(
                    Setting.whole("seed", 42)
                            .says("root of every random stream", "published code"));
    public static final Setting<DeviceChoice> DEVICE = TRAINER.add(DeviceChoice.setting());

    private static final TrainConfig STANDARD = new TrainConfig(TRAINER.values());

    /** Every setting with its default. */
    public static TrainConfig standard() {
        return STANDARD;
    }

    /**
     * AdamW as published (docs/method.md section 5): warm-up 5 %, linear decay, clip 20, seed 42.
     */
    public static TrainConfig adamW(double learningRate) {
        return STANDARD.with(LEARNING_RATE, learningRate);
    }

    /**
     * With another value of one setting.
     *
     * @throws io.github.alprolab.alpro.setting.SettingException for one outside its range
     */
    public <T> TrainConfig with(Setting<T> setting, T value) {
        return new TrainConfig(values.with(setting, value));
    }

    /** With all that the published code does differently. */
    public TrainConfig likeReferenceCode() {
        return with(QUIRKS, List.of(PublishedQuirk.values()));
    }

    /** The value of one setting. */
    public <T> T get(Setting<T> setting) {
        return values.get(setting);
    }

    /** Passes over the training clips. */
    public int epochs() {
        return get(EPOCHS);
    }

    /** B, clips of a batch. */
    public int batch() {
        return get(BATCH);
    }

    /** Batches of an update. */
    public int accumulate() {
        return get(ACCUMULATE);
    }

    /** Root of every random stream. */
    public long seed() {
        return get(SEED);
    }

    /** Where the engine computes. */
    public DeviceChoice device() {
        return get(DEVICE);
    }

    /** Whether something is done as in the published code. */
    public boolean has(PublishedQuirk quirk) {
        return get(QUIRKS).contains(quirk);
    }

    /**
     * The rules of every parameter, first match first: the groups of their own, then one for all
     * others.
     */
    public List<ParameterGroup> appliedGroups() {
        boolean decayed = !has(PublishedQuirk.WEIGHT_DECAY_DROPPED);
        ParameterGroup others = new ParameterGroup(".*", 1, get(WEIGHT_DECAY));
        return Stream.concat(get(PARAMETER_GROUPS).stream(), Stream.of(others))
                .map(g -> decayed ? g : new ParameterGroup(g.names(), g.rateFactor(), 0))
                .toList();
    }
}
