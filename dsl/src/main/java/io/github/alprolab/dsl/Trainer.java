package io.github.alprolab.dsl;

import static io.github.alprolab.alpro.config.TrainConfig.ACCUMULATE;
import static io.github.alprolab.alpro.config.TrainConfig.BATCH;
import static io.github.alprolab.alpro.config.TrainConfig.CHECKPOINT;
import static io.github.alprolab.alpro.config.TrainConfig.CHUNKS;
import static io.github.alprolab.alpro.config.TrainConfig.CLIP;
import static io.github.alprolab.alpro.config.TrainConfig.DECAY;
import static io.github.alprolab.alpro.config.TrainConfig.DEVICE;
import static io.github.alprolab.alpro.config.TrainConfig.EPOCHS;
import static io.github.alprolab.alpro.config.TrainConfig.GRADIENT_CHECKPOINTING;
import static io.github.alprolab.alpro.config.TrainConfig.LEARNING_RATE;
import static io.github.alprolab.alpro.config.TrainConfig.PARAMETER_GROUPS;
import static io.github.alprolab.alpro.config.TrainConfig.PRECISION;
import static io.github.alprolab.alpro.config.TrainConfig.QUIRKS;
import static io.github.alprolab.alpro.config.TrainConfig.SEED;
import static io.github.alprolab.alpro.config.TrainConfig.WARMUP;
import static io.github.alprolab.alpro.config.TrainConfig.WEIGHT_DECAY;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.ParameterGroup;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.PublishedQuirk;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.dsl.check.Advised;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.inside.ScheduleCurve;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import io.github.alprolab.dsl.table.SettingsTable;
import java.util.ArrayList;
import java.util.List;

/**
 * How a model is trained. A value: each edit returns a copy. Names, ranges, defaults and meanings
 * are declared in {@link TrainConfig}; {@link #describe} shows them.
 *
 * <pre>{@code
 * Trainer.adamW(1e-3).warmup(0.05).epochs(10).batch(32).seed(42)
 * }</pre>
 */
public final class Trainer implements Shown {
    private final Values values;

    private Trainer(Values values) {
        this.values = values;
    }

    /**
     * AdamW with the published settings: warm-up 5 %, linear decay, weight decay 0.001, clip 20, 10
     * epochs, batch 16, seed 42.
     *
     * @param learningRate its peak, above 0
     */
    public static Trainer adamW(double learningRate) {
        return new Trainer(TrainConfig.standard().values()).learningRate(learningRate);
    }

    /**
     * As published for pre-training (paper 4.1): learning rate 1e-4, 10 epochs, 256 clips an
     * update, which VTC compares with one another. Where they do not fit into memory, {@code
     * Trainer.published().chunks(16)} computes 16 at a time. The quirks of the published code are
     * up to {@link #likeReferenceCode}.
     */
    public static Trainer published() {
        return adamW(1e-4).batch(256);
    }

    /** The peak of the learning rate. */
    public double learningRate() {
        return values.get(LEARNING_RATE);
    }

    /** With another peak learning rate, above 0. */
    public Trainer learningRate(double peak) {
        return with(LEARNING_RATE, peak);
    }

    /** Share of all updates in which the learning rate rises. */
    public double warmup() {
        return values.get(WARMUP);
    }

    /**
     * With another share of all updates in which the learning rate rises, a share from 0 to below
     * 1; 0.05 by default.
     */
    public Trainer warmup(double share) {
        return with(WARMUP, share);
    }

    /** The course of the learning rate after the warm-up. */
    public Decay decay() {
        return values.get(DECAY);
    }

    /** With another course of the learning rate after the warm-up; LINEAR by default. */
    public Trainer decay(Decay course) {
        return with(DECAY, course);
    }

    /** The weight decay. */
    public double weightDecay() {
        return values.get(WEIGHT_DECAY);
    }

    /** With another weight decay, at least 0; 0.001 by default. */
    public Trainer weightDecay(double rate) {
        return with(WEIGHT_DECAY, rate);
    }

    /** The largest norm of the gradient. */
    public double clip() {
        return values.get(CLIP);
    }

    /** With another largest norm of the gradient, above 0; 20 by default. */
    public Trainer clip(double norm) {
        return with(CLIP, norm);
    }

    /** Passes over the training clips. */
    public int epochs() {
        return values.get(EPOCHS);
    }

    /** With another number of passes over the training clips, at least 1; 10 by default. */
    public Trainer epochs(int count) {
        return with(EPOCHS, count);
    }

    /** B, clips of a batch. */
    public int batch() {
        return values.get(BATCH);
    }

    /** With another number of clips a batch, at least 1, 16 by default; a training needs 2. */
    public Trainer batch(int clips) {
        return with(BATCH, clips);
    }

    /** Batches whose mean gradient makes one update. */
    public int accumulate() {
        return values.get(ACCUMULATE);
    }

    /**
     * With the mean gradient of {@code batches} batches in every update, at least 1, which is the
     * default. A clip is still compared with those of its own batch only.
     */
    public Trainer accumulate(int batches) {
        return with(ACCUMULATE, batches);
    }

    /** Equal parts that a batch is computed in. */
    public int chunks() {
        return values.get(CHUNKS);
    }

    /**
     * Computes a batch in equal parts, at least 1, which is the default, and a number that divides
     * the batch. Every clip is still compared with all of the batch: {@code
     * trainer.batch(256).chunks(8)} has the memory of 32 clips and the loss and gradients of 256,
     * to rounding. Encoders run once more.
     */
    public Trainer chunks(int parts) {
        return with(CHUNKS, parts);
    }

    /**
     * Computes the encoder blocks again in the backward pass instead of keeping their values: less
     * memory, about a third more time, the same gradients. Off by default.
     */
    public Trainer gradientCheckpointing() {
        return gradientCheckpointing(true);
    }

    /** The same on or off. */
    public Trainer gradientCheckpointing(boolean on) {
        return with(GRADIENT_CHECKPOINTING, on);
    }

    /** Rules for parameters by name, the first match first. */
    public List<ParameterGroup> parameterGroups() {
        return values.get(PARAMETER_GROUPS);
    }

    /**
     * With a learning rate and a weight decay of their own for some parameters, first match first;
     * none by default. {@code trainer.parameterGroups(ParameterGroup.biasesAndNormsWithoutDecay())}
     *
     * @param rules any number of groups, in place of those before
     */
    public Trainer parameterGroups(ParameterGroup... rules) {
        return with(PARAMETER_GROUPS, List.of(rules));
    }

    /**
     * As the published code does it: no weight decay, sums of accumulated gradients, the first
     * update counted as the third, 1e-8 for a learning rate of 0; none of it by default.
     */
    public Trainer likeReferenceCode() {
        return likeReferenceCode(PublishedQuirk.values());
    }

    /** The same for some of the published code's quirks alone, each quirk once. */
    public Trainer likeReferenceCode(PublishedQuirk... some) {
        return with(QUIRKS, PublishedQuirk.ordered(List.of(some)));
    }

    /** Root of all random streams. */
    public long seed() {
        return values.get(SEED);
    }

    /** With another root of all random streams, any whole number; 42 by default. */
    public Trainer seed(long root) {
        return with(SEED, root);
    }

    /** Where it is trained. */
    public Device device() {
        return new Device(values.get(DEVICE));
    }

    /**
     * On another device: Device.auto(), Device.cpu() or Device.gpu(0); Device.auto() by default. Or
     * on several that train together, such as Device.gpus(2). No part of a run's identity.
     */
    public Trainer device(Device place) {
        return with(DEVICE, place.choice());
    }

    /** How exactly the encoders' products are computed. */
    public Precision precision() {
        return values.get(PRECISION);
    }

    /**
     * In a precision: {@code Precision.FP32}, the default, {@code BF16}, {@code AUTO}, which
     * measures whether BF16 is faster on this machine and says what it took, or {@code FP16}, for
     * GPUs that have no BF16: with a loss scale, and updates left out where a gradient leaves its
     * range. {@code check()} says which is faster here.
     */
    public Trainer precision(Precision choice) {
        return with(PRECISION, choice);
    }

    /**
     * With a checkpoint after so many updates, at least 0, besides the end of every epoch, such as
     * {@code Every.updates(500)}: a kill loses less. At the end of every epoch alone by default; no
     * part of a run's identity.
     */
    public Trainer checkpoint(Every rhythm) {
        return with(CHECKPOINT, rhythm.count());
    }

    /** All settings with value, default and meaning. */
    public DataTable describe() {
        return SettingsTable.of(values, TrainConfig.standard().values()).titled("Trainer: AdamW");
    }

    /** The learning rate over the epochs, as percent of its peak: warm-up, then decay. */
    public Figure schedule() {
        return Figure.of(ScheduleCurve.of(learningRate(), warmup(), decay(), epochs()));
    }

    /** What there is to say of the parts that a batch is computed in; nothing of a whole one. */
    List<Finding> parts() {
        List<Finding> findings = new ArrayList<>();
        if (chunks() > 1) {
            findings.add(Checks.chunks(batch(), chunks()));
        }
        if (device().count() > 1) {
            findings.add(Checks.devices(batch(), chunks(), device().count()));
        }
        return findings;
    }

    /** For trainers that passed the checks. */
    TrainConfig config() {
        return new TrainConfig(values);
    }

    Values values() {
        return values;
    }

    private <T> Trainer with(Setting<T> setting, T value) {
        return new Trainer(Advised.with(values, setting, value));
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trainer that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Trainer.adamW(" + learningRate() + ")" + values.callsAfter(LEARNING_RATE);
    }
}
