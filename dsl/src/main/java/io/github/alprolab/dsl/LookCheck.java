package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Collects what is to say about how clips are mixed, changed and kept.
 *
 * @param parts what is known of the training clips of each data set that takes turns
 */
record LookCheck(Seen seen, List<ClipSurvey> parts) {
    private static final Pattern SIDES = Pattern.compile("\\b(left|right)\\b");

    /**
     * How pairs or questions look at their clips.
     *
     * @param used training clips, by data set that takes turns
     * @param given the same with those that cannot be read
     */
    record Seen(
            int frames,
            int size,
            Augmentation augment,
            Optional<Double> cacheOnDisk,
            Supplier<FrameCache> cache,
            List<PairPart> used,
            List<PairPart> given) {
        static Seen of(Pairs pairs) {
            return new Seen(
                    pairs.frames(),
                    pairs.size(),
                    pairs.augment(),
                    pairs.cacheOnDisk(),
                    pairs::cache,
                    pairs.parts(Split.TRAIN),
                    pairs.givenParts(Split.TRAIN));
        }

        static Seen of(Questions questions) {
            return new Seen(
                    questions.frames(),
                    questions.size(),
                    questions.augment(),
                    questions.cacheOnDisk(),
                    questions::cache,
                    whole(questions.name(), questions.videos(Split.TRAIN)),
                    whole(questions.name(), questions.givenVideos(Split.TRAIN)));
        }

        private static List<PairPart> whole(String name, List<Pair> clips) {
            return List.of(new PairPart(name, 1, clips));
        }
    }

    static LookCheck of(Pairs pairs) {
        return of(Seen.of(pairs));
    }

    static LookCheck of(Questions questions) {
        return of(Seen.of(questions));
    }

    private static LookCheck of(Seen seen) {
        return new LookCheck(
                seen, seen.given.stream().map(p -> PairSource.survey(p.pairs())).toList());
    }

    /** Of all of them. */
    ClipSurvey trained() {
        return parts.stream().reduce(ClipSurvey::and).orElseThrow();
    }

    List<Finding> findings(Trainer trainer) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(LookChecks.mixture(mixture(), trainer.batch(), trainer.accumulate()));
        Augmentation changes = seen.augment;
        if (!changes.isNone()) {
            findings.addAll(
                    LookChecks.augmentation(
                            changes.name(),
                            fault(changes),
                            seen.size,
                            changes.mirrors() ? sided() : 0));
        }
        onDisk(seen, trained()).ifPresent(findings::add);
        return findings;
    }

    private List<Turn> mixture() {
        List<PairPart> used = seen.used;
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
        int size = changes.decodeSize(seen.size, false);
        Frames black = Frames.of(seen.frames, size, size, new byte[seen.frames * size * size * 3]);
        try {
            changes.apply(black, seen.size, false, new Random(0));
            return Optional.empty();
        } catch (RuntimeException e) { // a change of the user's may throw anything
            return Optional.of(e.toString());
        }
    }

    private double sided() {
        List<String> captions =
                seen.used.stream()
                        .flatMap(part -> part.pairs().stream())
                        .map(Pair::captions)
                        .flatMap(List::stream)
                        .toList();
        return (double) captions.stream().filter(c -> SIDES.matcher(c).find()).count()
                / Math.max(1, captions.size());
    }

    /** What is to say of frames on disk; empty where none are kept. */
    static Optional<Finding> onDisk(Pairs pairs, ClipSurvey clips) {
        return onDisk(Seen.of(pairs), clips);
    }

    private static Optional<Finding> onDisk(Seen seen, ClipSurvey clips) {
        return seen.cacheOnDisk.map(FramesOnDisk::bytes).map(limit -> disk(seen, clips, limit));
    }

    private static Finding disk(Seen seen, ClipSurvey clips, double limit) {
        try {
            seen.cache.get();
            return LookChecks.disk(bytes(seen, clips), limit, FramesOnDisk.room());
        } catch (AdviceException e) {
            return LookChecks.unusable(e.getCause().getMessage(), e.fix());
        }
    }

    /** What all frames take at most, as far as clips are known. */
    private static double bytes(Seen seen, ClipSurvey clips) {
        double known = clips.lengths().size();
        double frames = clips.lengths().stream().mapToInt(ClipSurvey.Length::frames).sum();
        long side = seen.augment.decodeSize(seen.size, false);
        return known == 0 ? 0 : frames / known * clips.clips() * 3 * side * side;
    }

    /** For the cost box; empty where nothing is kept. */
    Optional<String> cost() {
        return seen.cacheOnDisk
                .map(FramesOnDisk::bytes)
                .map(
                        limit ->
                                "at most %s in %s"
                                        .formatted(
                                                Numbers.bytes(
                                                        Math.min(limit, bytes(seen, trained()))),
                                                FramesOnDisk.folder()));
    }
}
