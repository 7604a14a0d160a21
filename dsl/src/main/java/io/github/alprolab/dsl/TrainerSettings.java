package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.TrainOptions;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The numbers of a {@link Trainer}. A value: each edit returns a copy.
 *
 * @param learningRate its peak, above 0
 * @param warmup share of the steps with a growing learning rate, from 0 to below 1
 * @param decay the course after that
 * @param weightDecay of AdamW, at least 0
 * @param clip largest norm of the gradient, above 0
 * @param epochs passes over the training clips, at least 1
 * @param batch B, clips a step, at least 1
 * @param seed root of all random streams
 * @param options accumulation and the like
 */
record TrainerSettings(
        double learningRate,
        double warmup,
        Decay decay,
        double weightDecay,
        double clip,
        int epochs,
        int batch,
        long seed,
        TrainOptions options) {

    TrainerSettings {
        Range.above(0, learningRate, "learningRate", 1e-3);
        Range.require(
                warmup >= 0 && warmup < 1, warmup, "a share from 0 to below 1", "warmup", 0.05);
        Objects.requireNonNull(decay, "decay");
        Range.atLeast(0.0, weightDecay, "weightDecay");
        Range.above(0, clip, "clip", 20);
        Range.atLeast(1, epochs, "epochs");
        Range.atLeast(1, batch, "batch");
    }

    /** The published settings. */
    static TrainerSettings alpro(double learningRate) {
        TrainConfig paper = TrainConfig.adamW(1); // for all but its rate
        return new TrainerSettings(
                learningRate,
                paper.warmup(),
                paper.decay(),
                paper.weightDecay(),
                paper.clip(),
                paper.epochs(),
                paper.batch(),
                paper.seed(),
                paper.options());
    }

    TrainConfig config(Device device) {
        return new TrainConfig(
                learningRate,
                warmup,
                decay,
                weightDecay,
                clip,
                epochs,
                batch,
                seed,
                device.choice(),
                options);
    }

    TrainerSettings learningRate(double other) {
        return new TrainerSettings(
                other, warmup, decay, weightDecay, clip, epochs, batch, seed, options);
    }

    TrainerSettings warmup(double other) {
        return new TrainerSettings(
                learningRate, other, decay, weightDecay, clip, epochs, batch, seed, options);
    }

    TrainerSettings decay(Decay other) {
        return new TrainerSettings(
                learningRate, warmup, other, weightDecay, clip, epochs, batch, seed, options);
    }

    TrainerSettings weightDecay(double other) {
        return new TrainerSettings(
                learningRate, warmup, decay, other, clip, epochs, batch, seed, options);
    }

    TrainerSettings clip(double other) {
        return new TrainerSettings(
                learningRate, warmup, decay, weightDecay, other, epochs, batch, seed, options);
    }

    TrainerSettings epochs(int other) {
        return new TrainerSettings(
                learningRate, warmup, decay, weightDecay, clip, other, batch, seed, options);
    }

    TrainerSettings batch(int other) {
        return new TrainerSettings(
                learningRate, warmup, decay, weightDecay, clip, epochs, other, seed, options);
    }

    TrainerSettings seed(long other) {
        return new TrainerSettings(
                learningRate, warmup, decay, weightDecay, clip, epochs, batch, other, options);
    }

    TrainerSettings options(UnaryOperator<TrainOptions> edit) {
        return new TrainerSettings(
                learningRate,
                warmup,
                decay,
                weightDecay,
                clip,
                epochs,
                batch,
                seed,
                edit.apply(options));
    }

    boolean likesReferenceCode() {
        return !options.quirks().isEmpty();
    }

    /** Every setting that decides what a run becomes, for its record and its hash. */
    Map<String, Object> named() {
        Map<String, Object> all = new TreeMap<>();
        all.put("optimizer", "AdamW");
        all.put("learningRate", learningRate);
        all.put("warmup", warmup);
        all.put("decay", decay.name());
        all.put("weightDecay", weightDecay);
        all.put("clip", clip);
        all.put("epochs", epochs);
        all.put("batch", batch);
        all.put("seed", seed);
        all.put("precision", Precision.FP32.name());
        // Newer settings enter where they are used, so that earlier runs keep their hash.
        if (options.accumulate() > 1) {
            all.put("accumulate", options.accumulate());
        }
        if (options.gradientCheckpointing()) {
            all.put("gradientCheckpointing", true);
        }
        if (likesReferenceCode()) {
            all.put("likeReferenceCode", true);
        }
        return all;
    }

    /** The calls that make a trainer of these. */
    @Override
    public String toString() {
        return ("adamW(%s).warmup(%s).decay(Decay.%s).weightDecay(%s).clip(%s).epochs(%s).batch(%s)"
                        + "%s.seed(%sL)")
                .formatted(
                        learningRate,
                        warmup,
                        decay,
                        weightDecay,
                        clip,
                        epochs,
                        batch,
                        optionCalls(),
                        seed);
    }

    private String optionCalls() {
        return (options.accumulate() > 1 ? ".accumulate(%s)".formatted(options.accumulate()) : "")
                + (options.gradientCheckpointing() ? ".gradientCheckpointing()" : "")
                + (likesReferenceCode() ? ".likeReferenceCode()" : "");
    }
}
