package io.github.alprolab.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.survey.ClipSurvey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The wording of the checks of data, at their boundaries. */
class DataChecksTest {
    @Test
    void textsFitTheEncodersPositions() {
        Found.fine(DataChecks.words(64, 64), "C08", "Texts of 64 words fit the encoder's 64.");
        Found.fault(
                DataChecks.words(65, 64),
                "C08",
                "words(65) is given; the text encoder has 64 positions.",
                "pairs.words(64)");
    }

    @Test
    void captionsFitWithTheirStartAndEnd() {
        Found.fine(
                DataChecks.captionLengths(List.of(3, 8), 10),
                "C08",
                "All captions fit into 10 words.");
        Found.fine(
                DataChecks.captionLengths(List.of(), 10), "C08", "All captions fit into 10 words.");
    }

    @Test
    void captionsThatWillBeCutAreCounted() {
        Found.warning(
                DataChecks.captionLengths(List.of(3, 8, 9, 20), 10),
                "C08",
                "50.0 % of captions have more than 8 words and will be cut.",
                ".words(22) keeps all");
    }

    @Test
    void clipsHaveAsManyFramesAsAreWanted() {
        Found.fine(
                DataChecks.clipLengths(List.of(8, 4), 4),
                "C09",
                "Every clip has at least 4 frames.");
        Found.warning(
                DataChecks.clipLengths(List.of(8, 3, 2), 4),
                "C09",
                "2 clips have fewer than 4 frames; frames are repeated.",
                ".frames(2)");
    }

    @Test
    void aSplitThatIsNeededHoldsPairs() {
        Found.fine(
                DataChecks.notEmpty("TEST", 1234, "retrieval", "fix"),
                "C10",
                "TEST has 1\u2009234 pairs.");
        Found.fine(DataChecks.notEmpty("TEST", 1, "retrieval", "fix"), "C10", "TEST has 1 pairs.");
    }

    @Test
    void videosThatTwoSplitsShareAreNamed() {
        Found.fine(DataChecks.overlap(List.of()), "C11", "No video is in two splits.");
        Found.warning(
                DataChecks.overlap(List.of("a in TEST is b in TRAIN", "c", "d", "e")),
                "C11",
                "4 videos are in two splits (same content). First: a in TEST is b in TRAIN; c; d. Results on them measure memory.",
                "remove them from the annotations of one split");
    }

    @Test
    void anEmptySplitSaysWhoNeedsIt() {
        Found.fault(
                DataChecks.notEmpty("TEST", 0, "retrieval", "fix"),
                "C10",
                "TEST has 0 pairs; retrieval needs some.",
                "fix");
    }

    @Test
    void clipsThatAreAllUnreadableLeaveNothing() {
        Found.fault(
                DataChecks.nothingReadable("TRAIN", 1234),
                "C35",
                "None of the 1\u2009234 clips of TRAIN can be read, and those that cannot are left out: nothing is left.",
                "mend or fetch the files; ./lab videos PATH says what each one is");
    }

    @Test
    void validationFillsABatch() {
        Found.fine(DataChecks.validation(8, 8, "fix"), "C10", "VALIDATION has 8 pairs.");
    }

    @Test
    void validationBelowABatchIsAWarning() {
        Found.warning(
                DataChecks.validation(7, 8, "fix"),
                "C10",
                "VALIDATION has 7 pairs, which is less than a batch of 8: losses there are of"
                        + " smaller batches and not comparable.",
                "fix");
        Found.warning(
                DataChecks.validation(0, 128, "fix"),
                "C10",
                "VALIDATION has 0 pairs: nothing is measured while it trains, and the newest"
                        + " checkpoint counts as the best.",
                "fix");
    }

    @Test
    void recallOnTrainingPairsIsMemory() {
        Found.warning(
                DataChecks.evaluated(List.of("TEST", "TRAIN")),
                "C25",
                "R@k on TRAIN measures memory, not retrieval.",
                ".only(Split.TEST)");
        Found.fine(
                DataChecks.evaluated(List.of("VALIDATION", "TEST")),
                "C25",
                "Evaluated on VALIDATION and TEST, not trained on.");
    }

    @Test
    void whichOfSeveralCaptionsAreMeasuredIsSaid() {
        assertThat(DataChecks.severalCaptions(256, 256, true)).isEmpty();
        assertThat(DataChecks.severalCaptions(670, 27_763, true).orElseThrow().toString())
                .startsWith("· C12  670 clips have 27\u2009763 captions: each looks for its clip")
                .contains(".captions(Captions.FIRST)");
        assertThat(DataChecks.severalCaptions(670, 27_763, false).orElseThrow().toString())
                .isEqualTo(
                        "· C12  670 of 27\u2009763 captions are measured, the first of each clip.");
    }

    @Test
    void rareEntitiesAreCounted() {
        Found.fine(
                DataChecks.rareEntities(0, 9),
                "C22",
                "Every entity appears in at least 5 captions.");
        Found.warning(
                DataChecks.rareEntities(2, 9),
                "C22",
                "2 of 9 entities appear under 5 times.",
                ".top(7)");
        Found.warning(
                DataChecks.rareEntities(9, 9),
                "C22",
                "9 of 9 entities appear under 5 times.",
                ".top(1)");
    }

    @Test
    void clipsThatCannotBeReadAreCountedAndTheFirstNamed() {
        List<ClipException> faults =
                Stream.of("a.mp4", "b.mp4", "c.mp4", "d.mp4")
                        .map(f -> new ClipException(Path.of("v", f), ClipFault.EMPTY, "is empty"))
                        .toList();
        ClipSurvey clips = new ClipSurvey(List.of(new ClipSurvey.Length(8, 1)), faults, 3);
        String found =
                "4 of 5 clips of TEST cannot be read {EMPTY=4}. First: %s: is empty; then b.mp4, c.mp4."
                        .formatted(Path.of("v", "a.mp4"));
        assertThat(DataChecks.unreadable("TEST", clips, UnreadableClips.FAIL))
                .hasToString(
                        "✗ C30  "
                                + found
                                + "  → pairs.unreadable(UnreadableClips.SKIP), or mend or fetch the files");
        assertThat(DataChecks.unreadable("TEST", clips, UnreadableClips.SKIP).toString())
                .startsWith("! C30  " + found + " They are left out.");
        assertThat(DataChecks.unreadable("TEST", clips, UnreadableClips.REPLACE).toString())
                .startsWith("! C30  " + found + " Other pairs take their place.");
    }

    @Test
    void clipsThatWereNotLookedAtAreToldOf() {
        ClipSurvey some = new ClipSurvey(List.of(new ClipSurvey.Length(8, 1)), List.of(), 3000);
        assertThat(DataChecks.unreadable("TRAIN", some, UnreadableClips.FAIL))
                .hasToString(
                        "· C30  1 of 3 001 clips of TRAIN were looked at and can be read; check() again looks at more.");
        assertThat(DataChecks.index(Optional.empty())).isEmpty();
        assertThat(DataChecks.index(Optional.of("x: denied")).orElseThrow().toString())
                .contains("! C30", "x: denied", "ALPROLAB_CACHE");
    }
}
