package io.github.alprolab.dsl.check;

import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks of how clips are mixed, changed and kept: pure functions of counts. */
public final class LookChecks {
    /** Frame size for which the published translations are meant. */
    private static final int PUBLISHED_SIZE = 224;

    private static final double GIB = 1L << 30;

    private LookChecks() {}

    /**
     * A data set that takes turns with others, or the only one.
     *
     * @param share of the updates
     * @param pairs for training
     * @param stills clips among those looked at that are single pictures
     * @param videos the others of them
     */
    public record Turn(String name, double share, int pairs, long stills, long videos) {}

    /** C31: turns; nothing to say of a single data set of one kind. */
    public static List<Finding> mixture(List<Turn> parts, int batch, int accumulate) {
        List<Finding> faults =
                parts.stream()
                        .flatMap(
                                p ->
                                        parts.size() == 1
                                                ? both(p).stream()
                                                : of(p, batch, accumulate))
                        .toList();
        if (!faults.isEmpty() || parts.size() == 1) {
            return faults;
        }
        return List.of(
                Finding.fine(
                        "C31",
                        "Every update is of one data set: "
                                + parts.stream()
                                        .map(p -> p.name() + " " + Numbers.percent(p.share()))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static Stream<Finding> of(Turn part, int batch, int accumulate) {
        if (part.pairs() >= batch * accumulate) {
            return both(part).stream();
        }
        return Stream.of(
                Finding.fault(
                        "C31",
                        "%s has %d training pairs and an update of it takes %d."
                                .formatted(part.name(), part.pairs(), batch * accumulate),
                        ".batch(" + Math.max(2, part.pairs() / accumulate) + "), or more pairs"));
    }

    private static Optional<Finding> both(Turn part) {
        return part.stills() == 0 || part.videos() == 0
                ? Optional.empty()
                : Optional.of(
                        Finding.warning(
                                "C31",
                                "%s holds videos and still pictures, and a batch is labelled by the prompts of its first clip's kind."
                                        .formatted(part.name()),
                                "Pairs.of(videos).and(pictures, 0.5)"));
    }

    /**
     * C32: what is changed in training clips.
     *
     * @param name of the augmentation
     * @param fault why it cannot be applied
     * @param size of the frames
     * @param sided share of captions that say left or right, where clips are mirrored; else 0
     */
    public static List<Finding> augmentation(
            String name, Optional<String> fault, int size, double sided) {
        if (fault.isPresent()) {
            return List.of(
                    Finding.fault(
                            "C32",
                            "The augmentation “%s” fails: %s.".formatted(name, fault.get()),
                            ".augment(Augmentation.effective())"));
        }
        if (sided > 0) {
            return List.of(
                    Finding.warning(
                            "C32",
                            "%s of the training captions say left or right, and the augmentation “%s” mirrors clips."
                                    .formatted(Numbers.percent(sided), name),
                            ".augment(Augmentation.effective())"));
        }
        return List.of(
                name.equals("published") && size != PUBLISHED_SIZE
                        ? Finding.note(
                                "C32",
                                "Training clips are augmented: published, whose translations of 5 and 7 pixels are meant for frames of %d; these have %d."
                                        .formatted(PUBLISHED_SIZE, size))
                        : Finding.fine("C32", "Training clips are augmented: " + name + "."));
    }

    /** C33: a folder of frames that cannot be used. */
    public static Finding unusable(String why, String fix) {
        return Finding.fault("C33", why, fix);
    }

    /**
     * C33: frames on disk.
     *
     * @param needed bytes of all frames
     * @param limit most bytes of the cache
     * @param room bytes that are free there, with what the cache holds already
     */
    public static Finding disk(double needed, double limit, double room) {
        if (Math.min(needed, limit) > room) {
            return Finding.warning(
                    "C33",
                    "The cache of frames may grow to %s and there is room for %s."
                            .formatted(Numbers.bytes(Math.min(needed, limit)), Numbers.bytes(room)),
                    ".cacheOnDisk(%s), or ALPROLAB_CACHE on another disk"
                            .formatted(
                                    Numbers.brief(Math.max(0.1, Math.floor(room / GIB * 8) / 10))));
        }
        if (needed > limit) {
            return Finding.note(
                    "C33",
                    "All frames take at most %s and the cache on disk keeps %s: what does not fit is decoded again in each epoch."
                            .formatted(Numbers.bytes(needed), Numbers.bytes(limit)));
        }
        return Finding.fine(
                "C33",
                "All frames fit into the cache on disk: at most %s of %s."
                        .formatted(Numbers.bytes(needed), Numbers.bytes(limit)));
    }
}
