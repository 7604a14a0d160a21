package io.github.alprolab.alpro.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a training is carried out beyond its plain numbers. A value: each edit returns a copy.
 *
 * @param accumulate batches whose gradients make one update; it does not enlarge the set of
 *     negatives, which stay those of one batch
 * @param gradientCheckpointing computes each encoder block again in the backward pass instead of
 *     keeping its values: less memory, about a third more time, the same gradients for every
 *     parameter
 * @param checkpointEvery updates between two checkpoints; 0 for the end of each epoch only
 * @param groups parameters with rules of their own, first match first
 * @param quirks what is done as in the published code
 */
public record TrainOptions(
        int accumulate,
        boolean gradientCheckpointing,
        int checkpointEvery,
        List<ParameterGroup> groups,
        Set<PublishedQuirk> quirks) {

    public TrainOptions {
        Require.positive("accumulate", accumulate);
        Require.check(
                checkpointEvery >= 0,
                "checkpoint every",
                checkpointEvery,
                "0 (at the end of each epoch) or a number of updates");
        groups = List.copyOf(groups);
        quirks = Set.copyOf(quirks);
    }

    /** One batch an update, one checkpoint an epoch, one group, no quirk. */
    public static TrainOptions standard() {
        return new TrainOptions(1, false, 0, List.of(), Set.of());
    }

    /** With the mean gradient of {@code batches} batches in every update, at least 1. */
    public TrainOptions accumulate(int batches) {
        return new TrainOptions(batches, gradientCheckpointing, checkpointEvery, groups, quirks);
    }

    /** With blocks computed again in the backward pass, or not. */
    public TrainOptions gradientCheckpointing(boolean on) {
        return new TrainOptions(accumulate, on, checkpointEvery, groups, quirks);
    }

    /** With a checkpoint after every so many updates as well; 0 for none in between. */
    public TrainOptions checkpointEvery(int updates) {
        return new TrainOptions(accumulate, gradientCheckpointing, updates, groups, quirks);
    }

    /** With these parameter groups instead of the present ones. */
    public TrainOptions groups(ParameterGroup... rules) {
        return new TrainOptions(
                accumulate, gradientCheckpointing, checkpointEvery, List.of(rules), quirks);
    }

    /** With these deviations of the published code instead of the present ones. */
    public TrainOptions quirks(PublishedQuirk... like) {
        return new TrainOptions(
                accumulate, gradientCheckpointing, checkpointEvery, groups, Set.of(like));
    }

    /** With all that the published code does differently. */
    public TrainOptions likeReferenceCode() {
        return quirks(PublishedQuirk.values());
    }

    /** Whether something is done as in the published code. */
    public boolean has(PublishedQuirk quirk) {
        return quirks.contains(quirk);
    }

    /** The quirks in their order, for records that are compared. */
    public List<PublishedQuirk> quirksInOrder() {
        return quirks.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(quirks));
    }
}
