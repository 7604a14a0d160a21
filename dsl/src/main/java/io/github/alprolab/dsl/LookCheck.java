package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.survey.ClipSurvey;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.LookChecks;
import io.github.alprolab.dsl.check.LookChecks.Turn;
import io.github.alprolab.dsl.data.FramesOnDisk;
import io.github.alprolab.dsl.data.PairPart;
import io.github.alprolab.dsl.data.PairSource;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Collects what is to say about how clips are mixed, changed and kept.
 *
 * @param parts what is known of the training clips of each data set that takes turns
 */
record LookCheck(Pairs pairs, List<ClipSurvey> parts) {
    private static final Pattern SIDES = Pattern.compile("\\b(left|right)\\b");

    static LookCheck of(Pairs pairs) {
        return new LookCheck(
                pairs,
                pairs.givenParts(Split.TRAIN).stream()
                        .map(p -> PairSource.survey(p.pairs()))
                        .toList());
    }

    /** Of all of them. */
    ClipSurvey trained() {
        return parts.stream().reduce(ClipSurvey::and).orElseThrow();
    }

    List<Finding> findings(Trainer trainer) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(LookChecks.mixture(mixture(), trainer.batch(), trainer.accumulate()));
        Augmentation changes = pairs.augment();
        if (!changes.isNone()) {
            findings.addAll(
                    LookChecks.augmentation(
                            changes.name(),
                            fault(changes),
                            pairs.size(),
                            changes.mirrors() ? sided() : 0));
        }
        onDisk(pairs, trained()).ifPresent(findings::add);
        return findings;
    }

    private List<Turn> mixture() {
        List<PairPart> used = pairs.parts(Split.TRAIN);
        return IntStream.range(0, used.size())
                .mapToObj(
                        i ->
                                new Turn(
                                        used.get(i).name(),
                                        used.get(i).share(),
                                        used.get(i).pairs().size(),
                                        stills(parts.get(i)),
                                        parts.get(i).lengths().size() - stills(parts.get(i))))
                .toList();
    }

    private static long stills(ClipSurvey clips) {
        return clips.lengths().stream().filter(length -> length.frames() == 1).count();
    }

    /** Tried on black frames of the size in question. */
    private Optional<String> fault(Augmentation changes) {
        int size = changes.decodeSize(pairs.size(), false);
        Frames black =
                Frames.of(pairs.frames(), size, size, new byte[pairs.frames() * size * size * 3]);
        try {
            changes.apply(black, pairs.size(), false, new Random(0));
            return Optional.empty();
        } catch (RuntimeException e) { // a change of the user's may throw anything
            return Optional.of(e.toString());
        }
    }

    private double sided() {
        List<String> captions =
                pairs.pairs(Split.TRAIN).stream()
                        .map(Pair::captions)
                        .flatMap(List::stream)
                        .toList();
        return (double) captions.stream().filter(c -> SIDES.matcher(c).find()).count()
                / Math.max(1, captions.size());
    }

    /** What is to say of frames on disk; empty where none are kept. */
    static Optional<Finding> onDisk(Pairs pairs, ClipSurvey clips) {
        return pairs.cacheOnDisk().map(FramesOnDisk::bytes).map(limit -> disk(pairs, clips, limit));
    }

    private static Finding disk(Pairs pairs, ClipSurvey clips, double limit) {
        try {
            pairs.cache();
            return LookChecks.disk(bytes(pairs, clips), limit, FramesOnDisk.room());
        } catch (AdviceException e) {
            return LookChecks.unusable(e.getCause().getMessage(), e.fix());
        }
    }

    /** What all frames take at most, as far as clips are known. */
    private static double bytes(Pairs pairs, ClipSurvey clips) {
        double known = clips.lengths().size();
        double frames = clips.lengths().stream().mapToInt(ClipSurvey.Length::frames).sum();
        long side = pairs.augment().decodeSize(pairs.size(), false);
        return known == 0 ? 0 : frames / known * clips.clips() * 3 * side * side;
    }

    /** For the cost box; empty where nothing is kept. */
    Optional<String> cost() {
        return pairs.cacheOnDisk()
                .map(FramesOnDisk::bytes)
                .map(
                        limit ->
                                "at most %s in %s"
                                        .formatted(
                                                Numbers.bytes(
                                                        Math.min(limit, bytes(pairs, trained()))),
                                                FramesOnDisk.folder()));
    }
}
