package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.TrainOptions;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.Map;
import java.util.Objects;

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
        return new Trainer(TrainerSettings.alpro(learningRate), Device.auto());
    }

    public double learningRate() {
        return settings.learningRate();
    }

    /** With another peak learning rate, above 0. */
    public Trainer learningRate(double peak) {
        return with(settings.learningRate(peak));
    }

    public double warmup() {
        return settings.warmup();
    }

    /** With another share of steps with a growing learning rate, from 0 to below 1. */
    public Trainer warmup(double share) {
        return with(settings.warmup(share));
    }

    public Decay decay() {
        return settings.decay();
    }

    /** With another course of the learning rate after the warm-up. */
    public Trainer decay(Decay course) {
        return with(settings.decay(course));
    }

    public double weightDecay() {
        return settings.weightDecay();
    }

    /** With another weight decay, at least 0. */
    public Trainer weightDecay(double rate) {
        return with(settings.weightDecay(rate));
    }

    public double clip() {
        return settings.clip();
    }

    /** With another largest norm of the gradient, above 0. */
    public Trainer clip(double norm) {
        return with(settings.clip(norm));
    }

    public int epochs() {
        return settings.epochs();
    }

    /** With another number of passes over the training clips, at least 1. */
    public Trainer epochs(int count) {
        return with(settings.epochs(count));
    }

    public int batch() {
        return settings.batch();
    }

    /** With another number of clips a step, at least 1; VTC and VTM need 2 or more. */
    public Trainer batch(int clips) {
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
        return with(settings.options(o -> o.accumulate(batches)));
    }

    /**
     * Computes the encoder blocks again in the backward pass instead of keeping their values: less
     * memory, about a third more time, the same gradients.
     */
    public Trainer gradientCheckpointing() {
        return with(settings.options(o -> o.gradientCheckpointing(true)));
    }

    /**
     * As the published code does it: no weight decay, sums of accumulated gradients, the first
     * update counted as the third, 1e-8 for a learning rate of 0.
     */
    public Trainer likeReferenceCode() {
        return with(settings.options(TrainOptions::likeReferenceCode));
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
        return TrainerTable.of(settings, device);
    }

    /** For trainers that passed the checks. */
    TrainConfig config() {
        return settings.config(device);
    }

    Map<String, Object> settings() {
        return settings.named();
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
        return "Trainer.%s.device(%s)".formatted(settings, device);
    }
}
