package io.github.alprolab.alpro.config;

import io.github.alprolab.alpro.setting.Code;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the published training code does other than the paper says or than one would expect
 * (docs/method.md sections 5.2, 5.4 and 10.1). None is on by default; {@link
 * TrainConfig#likeReferenceCode} switches all of them on.
 */
public enum PublishedQuirk {
    /** The configured weight decay never reaches the optimiser: 0 is applied. */
    WEIGHT_DECAY_DROPPED,
    /**
     * Gradients of accumulated batches are summed, so clipping acts on the sum; else their mean.
     */
    GRADIENTS_SUMMED,
    /** Two updates with a zero gradient come before the first: it counts as k = 3. */
    FIRST_UPDATE_IS_THIRD,
    /** A learning rate that the schedule puts at 0 or below becomes 1e-8. */
    RATE_FLOOR;

    /** Some of them, each once and in their order, so that equal choices are equal lists. */
    public static List<PublishedQuirk> ordered(List<PublishedQuirk> some) {
        return Stream.of(values()).filter(some::contains).toList();
    }

    static boolean inOrder(List<PublishedQuirk> some) {
        return some.equals(ordered(some));
    }

    private static boolean all(List<PublishedQuirk> some) {
        return some.size() == values().length;
    }

    static String call(List<PublishedQuirk> some) {
        String named = some.stream().map(Code::of).collect(Collectors.joining(", "));
        return some.isEmpty() ? "" : ".likeReferenceCode(" + (all(some) ? "" : named) + ")";
    }

    /** All of them were one switch before they could be chosen one by one. */
    static Object json(List<PublishedQuirk> some) {
        return all(some) ? true : some.stream().map(PublishedQuirk::name).toList();
    }

    static String words(List<PublishedQuirk> some) {
        return some.isEmpty() ? "none" : all(some) ? "all of the published code" : some.toString();
    }
}
