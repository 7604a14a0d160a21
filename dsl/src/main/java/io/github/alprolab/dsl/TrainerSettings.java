package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.TrainOptions;

/**
 * The numbers of a {@link Trainer}, already in range. A value: each edit returns a copy.
 *
 * @param learningRate its peak
 * @param warmup share of the steps with a growing learning rate
 * @param decay the course after that
 * @param weightDecay of AdamW
 * @param clip largest norm of the gradient
 * @param epochs passes over the training clips
 * @param batch B, clips a step
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

    /** The published settings. */
    static TrainerSettings alpro(double learningRate) {
        TrainConfig paper = TrainConfig.adamW(learningRate);
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

    TrainerSettings options(TrainOptions other) {
        return new TrainerSettings(
                learningRate, warmup, decay, weightDecay, clip, epochs, batch, seed, other);
    }
}
