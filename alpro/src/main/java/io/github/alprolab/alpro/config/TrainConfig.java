package io.github.alprolab.alpro.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a model is trained.
 *
 * @param learningRate peak learning rate
 * @param warmup share of all steps with a growing learning rate
 * @param decay what follows the warm-up
 * @param weightDecay decoupled weight decay, really applied
 * @param clip largest global norm of the gradient
 * @param epochs passes over the training clips
 * @param batch B, clips of a batch; VTC and VTM need at least 2
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
        Require.check(learningRate > 0, "learning rate", learningRate, "above 0");
        Require.check(warmup >= 0 && warmup < 1, "warm-up", warmup, "a share from 0 to below 1");
        Require.notNegative("weight decay", weightDecay);
        Require.check(clip > 0, "clip", clip, "a norm above 0");
        Require.positive("epochs", epochs);
        Require.check(
                batch >= 2,
                "batch",
                batch,
                "at least 2: one pair alone has no negatives; try batch(8) or more");
    }

    /** With the standard options. */
    public TrainConfig(
            double learningRate,
            double warmup,
            Decay decay,
            double weightDecay,
            double clip,
            int epochs,
            int batch,
            long seed,
            DeviceChoice device) {
        this(
                learningRate,
                warmup,
                decay,
                weightDecay,
                clip,
                epochs,
                batch,
                seed,
                device,
                TrainOptions.standard());
    }

    /** AdamW as published (alpro.md section 5): warm-up 5 %, linear decay, clip 20, seed 42. */
    public static TrainConfig adamW(double learningRate) {
        return new TrainConfig(
                learningRate, 0.05, Decay.LINEAR, 1e-3, 20, 10, 16, 42, DeviceChoice.AUTO);
    }

    /** The same with other options. */
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
