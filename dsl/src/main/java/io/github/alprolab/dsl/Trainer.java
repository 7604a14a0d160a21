package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a model is trained. A value: each edit returns a copy.
 *
 * <pre>{@code
 * Trainer.adamW(1e-3).warmup(0.05).epochs(10).batch(32).seed(42)
 * }</pre>
 */
public final class Trainer implements Shown {
    private final TrainerSettings settings;
    private final Device device;

    private Trainer(TrainerSettings settings, Device device) {
        this.settings = settings;
        this.device = device;
    }

    /**
     * AdamW with the published settings: warm-up 5 %, linear decay, weight decay 0.001, clip 20, 10
     * epochs, batch 16, seed 42.
     *
     * @param learningRate its peak, above 0
     */
    public static Trainer adamW(double learningRate) {
        Range.above(0, learningRate, "learningRate", 1e-3);
        return new Trainer(TrainerSettings.alpro(learningRate), Device.auto());
    }

    public double learningRate() {
        return settings.learningRate();
    }

    /** With another peak learning rate, above 0. */
    public Trainer learningRate(double peak) {
        Range.above(0, peak, "learningRate", 1e-3);
        return with(settings.learningRate(peak));
    }

    public double warmup() {
        return settings.warmup();
    }

    /** With another share of steps with a growing learning rate, from 0 to below 1. */
    public Trainer warmup(double share) {
        Range.require(share >= 0 && share < 1, share, "a share from 0 to below 1", "warmup", 0.05);
        return with(settings.warmup(share));
    }

    public Decay decay() {
        return settings.decay();
    }

    /** With another course of the learning rate after the warm-up. */
    public Trainer decay(Decay course) {
        Objects.requireNonNull(course, "course");
        return with(settings.decay(course));
    }

    public double weightDecay() {
        return settings.weightDecay();
    }

    /** With another weight decay, at least 0. */
    public Trainer weightDecay(double rate) {
        Range.atLeast(0.0, rate, "weightDecay");
        return with(settings.weightDecay(rate));
    }

    public double clip() {
        return settings.clip();
    }

    /** With another largest norm of the gradient, above 0. */
    public Trainer clip(double norm) {
        Range.above(0, norm, "clip", 20);
        return with(settings.clip(norm));
    }

    public int epochs() {
        return settings.epochs();
    }

    /** With another number of passes over the training clips, at least 1. */
    public Trainer epochs(int count) {
        Range.atLeast(1, count, "epochs");
        return with(settings.epochs(count));
    }

    public int batch() {
        return settings.batch();
    }

    /** With another number of clips a step, at least 1; VTC and VTM need 2 or more. */
    public Trainer batch(int clips) {
        Range.atLeast(1, clips, "batch");
        return with(settings.batch(clips));
    }

    public int accumulate() {
        return settings.options().accumulate();
    }

    /**
     * With the mean gradient of {@code batches} batches in every update, at least 1. A clip is
     * still compared with those of its own batch only.
     */
    public Trainer accumulate(int batches) {
        Range.atLeast(1, batches, "accumulate");
        return with(settings.options(settings.options().accumulate(batches)));
    }

    /**
     * Computes the encoder blocks again in the backward pass instead of keeping their values: less
     * memory, about a third more time, the same gradients.
     */
    public Trainer gradientCheckpointing() {
        return with(settings.options(settings.options().gradientCheckpointing(true)));
    }

    /**
     * As the published code does it: no weight decay, sums of accumulated gradients, the first
     * update counted as the third, 1e-8 for a learning rate of 0.
     */
    public Trainer likeReferenceCode() {
        return with(settings.options(settings.options().likeReferenceCode()));
    }

    public long seed() {
        return settings.seed();
    }

    /** With another root of all random streams. */
    public Trainer seed(long root) {
        return with(settings.seed(root));
    }

    public Device device() {
        return device;
    }

    /** On another device; no part of a run's identity. */
    public Trainer device(Device place) {
        return new Trainer(settings, Objects.requireNonNull(place, "place"));
    }

    /**
     * In a precision; only FP32 is offered.
     *
     * @throws AdviceException for others
     */
    public Trainer precision(Precision precision) {
        if (precision != Precision.FP32) {
            throw new AdviceException(
                    "C18",
                    "precision(%s) is given; this version trains in FP32 only."
                            .formatted(precision),
                    ".precision(Precision.FP32)");
        }
        return this;
    }

    /** Evaluates on VALIDATION after every epoch, which is what happens anyway. */
    public Trainer evaluate(Every rhythm) {
        Objects.requireNonNull(rhythm, "rhythm");
        return this;
    }

    /** Writes a checkpoint after every epoch, which is what happens anyway. */
    public Trainer checkpoint(Every rhythm) {
        Objects.requireNonNull(rhythm, "rhythm");
        return this;
    }

    /** All settings. */
    public DataTable describe() {
        TrainerSettings s = settings;
        return DataTable.of("Trainer: AdamW")
                .text(
                        "setting",
                        List.of(
                                "learning rate",
                                "warm-up",
                                "decay",
                                "weight decay",
                                "clip",
                                "epochs",
                                "batch",
                                "accumulate",
                                "gradient checkpointing",
                                "like the reference code",
                                "precision",
                                "device",
                                "seed"))
                .text(
                        "value",
                        List.of(
                                Numbers.brief(s.learningRate()),
                                Numbers.percent(s.warmup()) + " of the steps",
                                s.decay().name(),
                                Numbers.brief(s.weightDecay()),
                                Numbers.brief(s.clip()),
                                Integer.toString(s.epochs()),
                                Integer.toString(s.batch()),
                                Integer.toString(accumulate()),
                                s.options().gradientCheckpointing() ? "on" : "off",
                                likesReferenceCode() ? "yes" : "no",
                                Precision.FP32.name(),
                                device.toString(),
                                Long.toString(s.seed())));
    }

    /** For trainers that passed the checks. */
    TrainConfig config() {
        return settings.config(device);
    }

    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>();
        all.put("optimizer", "AdamW");
        all.put("learningRate", learningRate());
        all.put("warmup", warmup());
        all.put("decay", decay().name());
        all.put("weightDecay", weightDecay());
        all.put("clip", clip());
        all.put("epochs", epochs());
        all.put("batch", batch());
        all.put("seed", seed());
        all.put("precision", Precision.FP32.name());
        // Newer settings enter where they are used, so that earlier runs keep their hash.
        if (accumulate() > 1) {
            all.put("accumulate", accumulate());
        }
        if (settings.options().gradientCheckpointing()) {
            all.put("gradientCheckpointing", true);
        }
        if (likesReferenceCode()) {
            all.put("likeReferenceCode", true);
        }
        return all;
    }

    private boolean likesReferenceCode() {
        return !settings.options().quirks().isEmpty();
    }

    private Trainer with(TrainerSettings changed) {
        return new Trainer(changed, device);
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trainer that
                && settings.equals(that.settings)
                && device.equals(that.device);
    }

    @Override
    public int hashCode() {
        return Objects.hash(settings, device);
    }

    @Override
    public String toString() {
        TrainerSettings s = settings;
        return ("Trainer.adamW(%s).warmup(%s).decay(Decay.%s).weightDecay(%s).clip(%s).epochs(%d)"
                        + ".batch(%d)%s.seed(%dL).device(%s)")
                .formatted(
                        s.learningRate(),
                        s.warmup(),
                        s.decay(),
                        s.weightDecay(),
                        s.clip(),
                        s.epochs(),
                        s.batch(),
                        optionCalls(),
                        s.seed(),
                        device);
    }

    private String optionCalls() {
        return (accumulate() > 1 ? ".accumulate(%d)".formatted(accumulate()) : "")
                + (settings.options().gradientCheckpointing() ? ".gradientCheckpointing()" : "")
                + (likesReferenceCode() ? ".likeReferenceCode()" : "");
    }
}
