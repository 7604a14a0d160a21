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
    private final TrainConfig config;

    private Trainer(TrainConfig config) {
        this.config = config;
    }

    /**
     * AdamW with the published settings: warm-up 5 %, linear decay, weight decay 0.001, clip 20, 10
     * epochs, batch 16, seed 42.
     *
     * @param learningRate its peak, above 0
     */
    public static Trainer adamW(double learningRate) {
        return new Trainer(TrainConfig.adamW(peak(learningRate)));
    }

    public double learningRate() {
        return config.learningRate();
    }

    /** With another peak learning rate, above 0. */
    public Trainer learningRate(double peak) {
        return new Trainer(config.learningRate(peak(peak)));
    }

    public double warmup() {
        return config.warmup();
    }

    /** With another share of steps with a growing learning rate, from 0 to below 1. */
    public Trainer warmup(double share) {
        Range.require(share >= 0 && share < 1, share, "a share from 0 to below 1", "warmup", 0.05);
        return new Trainer(config.warmup(share));
    }

    public Decay decay() {
        return config.decay();
    }

    /** With another course of the learning rate after the warm-up. */
    public Trainer decay(Decay course) {
        return new Trainer(config.decay(Objects.requireNonNull(course, "decay")));
    }

    public double weightDecay() {
        return config.weightDecay();
    }

    /** With another weight decay, at least 0. */
    public Trainer weightDecay(double rate) {
        return new Trainer(config.weightDecay(Range.atLeast(0.0, rate, "weightDecay")));
    }

    public double clip() {
        return config.clip();
    }

    /** With another largest norm of the gradient, above 0. */
    public Trainer clip(double norm) {
        return new Trainer(config.clip(Range.above(0, norm, "clip", 20)));
    }

    public int epochs() {
        return config.epochs();
    }

    /** With another number of passes over the training clips, at least 1. */
    public Trainer epochs(int count) {
        return new Trainer(config.epochs(Range.atLeast(1, count, "epochs")));
    }

    public int batch() {
        return config.batch();
    }

    /** With another number of clips a step, at least 1; a training needs 2 or more. */
    public Trainer batch(int clips) {
        return new Trainer(config.batch(Range.atLeast(1, clips, "batch")));
    }

    public int accumulate() {
        return config.options().accumulate();
    }

    /**
     * With the mean gradient of {@code batches} batches in every update, at least 1. A clip is
     * still compared with those of its own batch only.
     */
    public Trainer accumulate(int batches) {
        return with(config.options().accumulate(Range.atLeast(1, batches, "accumulate")));
    }

    /**
     * Computes the encoder blocks again in the backward pass instead of keeping their values: less
     * memory, about a third more time, the same gradients.
     */
    public Trainer gradientCheckpointing() {
        return with(config.options().gradientCheckpointing(true));
    }

    /**
     * As the published code does it: no weight decay, sums of accumulated gradients, the first
     * update counted as the third, 1e-8 for a learning rate of 0.
     */
    public Trainer likeReferenceCode() {
        return with(config.options().likeReferenceCode());
    }

    public long seed() {
        return config.seed();
    }

    /** With another root of all random streams. */
    public Trainer seed(long root) {
        return new Trainer(config.seed(root));
    }

    public Device device() {
        return new Device(config.device());
    }

    /** On another device; no part of a run's identity. */
    public Trainer device(Device place) {
        return new Trainer(config.device(place.choice()));
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
        return description().table();
    }

    /** For trainers that passed the checks. */
    TrainConfig config() {
        return config;
    }

    Map<String, Object> settings() {
        return description().settings();
    }

    private Trainer with(TrainOptions changed) {
        return new Trainer(config.options(changed));
    }

    private TrainerDescription description() {
        return new TrainerDescription(config);
    }

    private static double peak(double learningRate) {
        return Range.above(0, learningRate, "learningRate", 1e-3);
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trainer that && config.equals(that.config);
    }

    @Override
    public int hashCode() {
        return config.hashCode();
    }

    @Override
    public String toString() {
        return "Trainer." + description().calls();
    }
}
