package io.github.alprolab.dsl.check;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.survey.ClipSurvey;
import io.github.alprolab.datasets.survey.ReadablePairs;
import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.Optional;

/** The checks of what is trained and evaluated on: pure functions of counts. */
public final class DataChecks {
    private DataChecks() {}

    /** C08: texts that are longer than the encoder's positions. */
    public static Finding words(int words, int positions) {
        return words <= positions
                ? Finding.fine(
                        "C08",
                        "Texts of %d words fit the encoder's %d.".formatted(words, positions))
                : Finding.fault(
                        "C08",
                        "words(%d) is given; the text encoder has %d positions."
                                .formatted(words, positions),
                        "pairs.words(" + positions + ")");
    }

    /**
     * C08: captions that do not fit.
     *
     * @param lengths words of every caption
     * @param words longest text in word pieces, start and end included
     */
    public static Finding captionLengths(List<Integer> lengths, int words) {
        return textLengths("captions", lengths, words);
    }

    /**
     * C08: texts that do not fit.
     *
     * @param texts what they are, in the plural
     * @param lengths words of each
     * @param words longest text in word pieces, start and end included
     */
    public static Finding textLengths(String texts, List<Integer> lengths, int words) {
        long cut = lengths.stream().filter(n -> n + 2 > words).count();
        int most = lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
        return cut == 0
                ? Finding.fine("C08", "All %s fit into %d words.".formatted(texts, words))
                : Finding.warning(
                        "C08",
                        "%s of %s have more than %d words and will be cut."
                                .formatted(
                                        Numbers.percent((double) cut / lengths.size()),
                                        texts,
                                        words - 2),
                        ".words(" + (most + 2) + ") keeps all");
    }

    /** C09: clips that are shorter than the number of frames wanted. */
    public static Finding clipLengths(List<Integer> lengths, int frames) {
        long brief = lengths.stream().filter(n -> n < frames).count();
        return brief == 0
                ? Finding.fine("C09", "Every clip has at least %d frames.".formatted(frames))
                : Finding.warning(
                        "C09",
                        "%d clips have fewer than %d frames; frames are repeated."
                                .formatted(brief, frames),
                        ".frames("
                                + lengths.stream().mapToInt(Integer::intValue).min().orElse(1)
                                + ")");
    }

    /**
     * C30: clips that cannot be read, and what becomes of them.
     *
     * @param splits whose clips they are
     * @param policy what the pairs are told to do, in evaluation where the splits are measured
     */
    public static Finding unreadable(String splits, ClipSurvey clips, UnreadableClips policy) {
        if (clips.unreadable().isEmpty()) {
            return readable(splits, clips);
        }
        String found = unreadable(splits, clips);
        return switch (policy) {
            case FAIL ->
                    Finding.fault(
                            "C30",
                            found,
                            "pairs.unreadable(UnreadableClips.SKIP), or mend or fetch the files");
            case SKIP ->
                    Finding.warning(
                            "C30", found + " They are left out.", "mend or fetch the files");
            case REPLACE ->
                    Finding.warning(
                            "C30",
                            found + " Other pairs take their place.",
                            "mend or fetch the files");
        };
    }

    /**
     * C30: an index of videos that cannot be kept; nothing to say where it is.
     *
     * @param why what is in the way
     */
    public static Optional<Finding> index(Optional<String> why) {
        return why.map(
                w ->
                        Finding.warning(
                                "C30",
                                "What is known of videos cannot be kept for the next process: %s."
                                        .formatted(w),
                                "grant access, or set ALPROLAB_CACHE to another folder"));
    }

    private static Finding readable(String splits, ClipSurvey clips) {
        return clips.unknown() == 0
                ? Finding.fine("C30", "Every clip of %s can be read.".formatted(splits))
                : Finding.note(
                        "C30",
                        "%s of %s clips of %s were looked at and can be read; check() again looks at more."
                                .formatted(
                                        Numbers.whole(clips.clips() - clips.unknown()),
                                        Numbers.whole(clips.clips()),
                                        splits));
    }

    private static String unreadable(String splits, ClipSurvey clips) {
        List<ClipException> faults = clips.unreadable();
        ClipException first = faults.get(0);
        List<String> others =
                faults.stream()
                        .skip(1)
                        .limit(2)
                        .map(e -> e.file().getFileName().toString())
                        .toList();
        return "%s of %s clips of %s cannot be read %s. First: %s: %s%s."
                .formatted(
                        Numbers.whole(faults.size()),
                        Numbers.whole(clips.clips() - clips.unknown()),
                        splits,
                        ReadablePairs.counts(faults),
                        first.file(),
                        first.reason(),
                        others.isEmpty() ? "" : "; then " + String.join(", ", others));
    }

    /**
     * C10: the split that is needed holds something.
     *
     * @param fix how this data set comes to some
     */
    public static Finding notEmpty(String split, int pairs, String use, String fix) {
        return pairs > 0
                ? Finding.fine("C10", "%s has %s pairs.".formatted(split, Numbers.whole(pairs)))
                : Finding.fault("C10", "%s has 0 pairs; %s needs some.".formatted(split, use), fix);
    }

    /** C10: videos that are not there and left out; nothing to say where all are. */
    public static Optional<Finding> leftOut(String split, int missing) {
        return missing == 0
                ? Optional.empty()
                : Optional.of(
                        Finding.note(
                                "C10",
                                "%s videos of %s are missing and left out, with all that is said of them; a figure without them is not the published one."
                                        .formatted(Numbers.whole(missing), split)));
    }

    /**
     * C35: pairs there are, and none whose clip can be read.
     *
     * @param given pairs, all of them left out
     */
    public static Finding nothingReadable(String split, int given) {
        return Finding.fault(
                "C35",
                "None of the %s clips of %s can be read, and those that cannot are left out: nothing is left."
                        .formatted(Numbers.whole(given), split),
                "mend or fetch the files; ./lab videos PATH says what each one is");
    }

    /**
     * C10: without validation pairs there is no best checkpoint.
     *
     * @param fix how this data set comes to more
     */
    public static Finding validation(int pairs, int batch, String fix) {
        if (pairs == 0) {
            return Finding.warning(
                    "C10",
                    "VALIDATION has 0 pairs: nothing is measured while it trains, and the newest checkpoint counts as the best.",
                    fix);
        }
        return pairs >= batch
                ? Finding.fine("C10", "VALIDATION has %s pairs.".formatted(Numbers.whole(pairs)))
                : Finding.warning(
                        "C10",
                        "VALIDATION has %d pairs, which is less than a batch of %d: losses there are of smaller batches and not comparable."
                                .formatted(pairs, batch),
                        fix);
    }

    /**
     * C11: videos that two splits share.
     *
     * @param shared what is shared, a sentence part each
     */
    public static Finding overlap(List<String> shared) {
        return shared.isEmpty()
                ? Finding.fine("C11", "No video is in two splits.")
                : Finding.warning(
                        "C11",
                        "%s videos are in two splits (same content). First: %s. Results on them measure memory."
                                .formatted(
                                        Numbers.whole(shared.size()),
                                        String.join(
                                                "; ",
                                                shared.subList(0, Math.min(3, shared.size())))),
                        "remove them from the annotations of one split");
    }

    /**
     * C12: what is measured where clips have several captions; nothing to say where they have one.
     *
     * @param every whether each caption is measured, else the first of each clip
     */
    public static Optional<Finding> severalCaptions(int clips, int captions, boolean every) {
        if (captions == clips) {
            return Optional.empty();
        }
        return Optional.of(
                every
                        ? Finding.note(
                                "C12",
                                "%s clips have %s captions: each looks for its clip, and a clip is found by any of its own. One text a clip: .captions(Captions.FIRST)"
                                        .formatted(Numbers.whole(clips), Numbers.whole(captions)))
                        : Finding.note(
                                "C12",
                                "%s of %s captions are measured, the first of each clip."
                                        .formatted(Numbers.whole(clips), Numbers.whole(captions))));
    }

    /** C25: recall on what was learned by heart. */
    public static Finding evaluated(List<String> splits) {
        return splits.contains("TRAIN")
                ? Finding.warning(
                        "C25", "R@k on TRAIN measures memory, not retrieval.", ".only(Split.TEST)")
                : Finding.fine(
                        "C25",
                        "Evaluated on " + String.join(" and ", splits) + ", not trained on.");
    }

    /**
     * C26: candidates that VTM judges; nothing to say where it judges none.
     *
     * @param canMatch whether the model's VTM was trained
     */
    public static Optional<Finding> reranked(Reranking reranking, int clips, boolean canMatch) {
        int candidates = reranking.candidates();
        if (candidates == 0) {
            return Optional.empty();
        }
        if (!canMatch) {
            return Optional.of(
                    Finding.of(
                            RankingChecks.cannotMatch(
                                    ".from(…) of a pre-training with VTM, or no rerank")));
        }
        if (candidates > clips && candidates != Reranking.ALL) {
            return Optional.of(
                    Finding.warning(
                            "C26",
                            "rerank(%d) is asked for and there are %d clips."
                                    .formatted(candidates, clips),
                            ".rerankAll()"));
        }
        return Optional.of(
                Finding.fine(
                        "C26",
                        "VTM judges %s clips for each text."
                                .formatted(Numbers.whole(Math.min(candidates, clips)))));
    }

    /** C22: entities too rare to be learned. */
    public static Finding rareEntities(long rare, int all) {
        return rare == 0
                ? Finding.fine("C22", "Every entity appears in at least 5 captions.")
                : Finding.warning(
                        "C22",
                        "%d of %d entities appear under 5 times.".formatted(rare, all),
                        ".top(" + Math.max(1, all - rare) + ")");
    }
}
