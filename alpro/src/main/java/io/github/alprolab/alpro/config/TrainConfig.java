package io.github.alprolab.alpro.config;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a model is trained. A value: each edit returns a copy.
 *
 * @param learningRate peak learning rate
 * @param warmup share of all steps with a growing learning rate
 * @param decay what follows the warm-up
 * @param weightDecay decoupled weight decay, really applied
 * @param clip largest global norm of the gradient
 * @param epochs passes over the training clips
 * @param batch B, clips of a batch; training needs at least 2, since the others are the negatives
 * @param seed root of every random stream
 * @param device where the engine computes
 * @param options accumulation, gradient checkpointing, parameter groups and the like
 */
public record TrainConfig(
        double learningRate,
        double warmup,
        Decay decay,
        double weightDecay,
        double clip,
        int epochs,
        int batch,
        long seed,
        DeviceChoice device,
        TrainOptions options) {

    public TrainConfig {
        Require.aboveZero("learning rate", learningRate);
        Require.check(warmup >= 0 && warmup < 1, "warm-up", warmup, "a share from 0 to below 1");
        Require.notNegative("weight decay", weightDecay);
        Require.aboveZero("clip", clip);
        Require.positive("epochs", epochs);
        Require.positive("batch", batch);
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(options, "options");
    }

    /** AdamW as published (alpro.md section 5): warm-up 5 %, linear decay, clip 20, seed 42. */
    public static TrainConfig adamW(double learningRate) {
        return new TrainConfig(
                learningRate,
                0.05,
                Decay.LINEAR,
                1e-3,
                20,
                10,
                16,
                42,
                DeviceChoice.AUTO,
                TrainOptions.standard());
    }

    /** With another peak learning rate. */
    public TrainConfig learningRate(double other) {
        return new TrainConfig(
                other, warmup, decay, weightDecay, clip, epochs, batch, seed, device, options);
    }

    /** With another share of steps with a growing learning rate. */
    public TrainConfig warmup(double other) {
        return new TrainConfig(
                learningRate,
                other,
                decay,
                weightDecay,
                clip,
                epochs,
                batch,
                seed,
                device,
                options);
    }

    /** With another course of the learning rate after the warm-up. */
    public TrainConfig decay(Decay other) {
        return new TrainConfig(
                learningRate,
                warmup,
                other,
                weightDecay,
                clip,
                epochs,
                batch,
                seed,
                device,
                options);
    }

    /** With another weight decay. */
    public TrainConfig weightDecay(double other) {
        return new TrainConfig(
                learningRate, warmup, decay, other, clip, epochs, batch, seed, device, options);
    }

    /** With another largest norm of the gradient. */
    public TrainConfig clip(double other) {
        return new TrainConfig(
                learningRate,
                warmup,
                decay,
                weightDecay,
                other,
                epochs,
                batch,
                seed,
                device,
                options);
    }

    /** With another number of passes over the training clips. */
    public TrainConfig epochs(int other) {
        return new TrainConfig(
                learningRate,
                warmup,
                decay,
                weightDecay,
                clip,
                other,
                batch,
                seed,
                device,
                options);
    }

    /** With another number of clips a batch. */
    public TrainConfig batch(int other) {
        return new TrainConfig(
                learningRate,
                warmup,
                decay,
                weightDecay,
                clip,
                epochs,
                other,
                seed,
                device,
                options);
    }

    /** With another root of all random streams. */
    public TrainConfig seed(long other) {
        return new TrainConfig(
                learningRate,
                warmup,
                decay,
                weightDecay,
                clip,
                epochs,
                batch,
                other,
                device,
                options);
    }

    /** On another device. */
    public TrainConfig device(DeviceChoice other) {
        return new TrainConfig(
                learningRate,
                warmup,
                decay,
                weightDecay,
                clip,
                epochs,
                batch,
                seed,
                other,
                options);
    }

    /** With other options. */
    public TrainConfig options(TrainOptions other) {
        return new TrainConfig(
                learningRate, warmup, decay, weightDecay, clip, epochs, batch, seed, device, other);
    }

    /**
     * The rules of every parameter, first match first: the options' groups, then one for all
     * others.
     */
    public List<ParameterGroup> appliedGroups() {
        boolean decayed = !options.has(PublishedQuirk.WEIGHT_DECAY_DROPPED);
        return Stream.concat(
                        options.groups().stream(),
                        Stream.of(new ParameterGroup(".*", 1, weightDecay)))
                .map(g -> decayed ? g : new ParameterGroup(g.names(), g.rateFactor(), 0))
                .toList();
    }
}
