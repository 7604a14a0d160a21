package io.github.alprolab.dsl.check;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The wording of the checks of models, losses and batches, at their boundaries. */
class ChecksTest {
    @Test
    void objectivesSayWhatTheyMissAndAreFineTogetherOtherwise() {
        Found.fault(Checks.objective("X needs y.", ".y()"), "C01", "X needs y.", ".y()");
        Found.fine(
                Checks.objectives(List.of("VTC", "frame order")),
                "C01",
                "Nothing is missing for VTC, frame order.");
    }

    @Test
    void aPrompterKnowsOneEntityAtLeast() {
        Found.fault(
                Checks.entities(0),
                "C02",
                "The prompter has 0 entities.",
                ".entities(Entities.nouns(pairs).top(1000))");
        Found.fine(Checks.entities(1), "C02", "The prompter knows 1 entities.");
    }

    @Test
    void aPrompterOfOtherFramesIsAFault() {
        Found.fault(
                Checks.prompterFits(64, 96, 16, 16),
                "C03",
                "The prompter was trained on frames of 64 pixels, these pairs have 96.",
                "pairs.size(64), or train the prompter on pairs.size(96)");
    }

    @Test
    void aPrompterOfOtherPatchesIsAFault() {
        Found.fault(
                Checks.prompterFits(64, 64, 8, 16),
                "C03",
                "The prompter has patches of 8 pixels, these encoders of 16.",
                "encoders.video(v -> v.patch(8))");
        Found.fine(
                Checks.prompterFits(64, 64, 16, 16),
                "C03",
                "Prompter and student read the same frames and patches.");
    }

    @Test
    void framesAreWholePatches() {
        Found.fine(
                Checks.sizeInPatches(48, 16),
                "C04",
                "Frames of 48 pixels are 3 x 3 patches of 16.");
        Found.fault(
                Checks.sizeInPatches(47, 16),
                "C04",
                "size 47 is not a multiple of patch 16.",
                ".size(32) or .size(48)");
    }

    @Test
    void framesBelowOnePatchHaveOneFixOnly() {
        Found.fault(
                Checks.sizeInPatches(15, 16),
                "C04",
                "size 15 is not a multiple of patch 16.",
                ".size(16)");
    }

    @Test
    void headsShareTheWidth() {
        Found.fine(Checks.widthInHeads("Text", 128, 4), "C05", "Text width 128 / 4 heads = 32.");
        Found.fault(
                Checks.widthInHeads("Video", 129, 4),
                "C05",
                "Video width 129 cannot be shared by 4 heads.",
                "encoders.width(128)");
    }

    @Test
    void theNearestWidthIsNeverZero() {
        Found.fault(
                Checks.widthInHeads("Video", 1, 4),
                "C05",
                "Video width 1 cannot be shared by 4 heads.",
                "encoders.width(4)");
    }

    @Test
    void aBatchOfOneHasNoNegatives() {
        Found.fault(
                Checks.batch(1, 100),
                "C06",
                "A batch of 1 has no negatives.",
                "Use .batch(8) or more");
        Found.fine(Checks.batch(2, 2), "C06", "Each clip is compared with 1 others.");
    }

    @Test
    void theDataFillABatch() {
        Found.fine(Checks.batch(8, 8), "C06", "Each clip is compared with 7 others.");
        Found.fault(
                Checks.batch(8, 7),
                "C06",
                "A batch of 8 is asked for and TRAIN has 7 pairs.",
                ".batch(7)");
    }

    @Test
    void whereOnePairIsTooFewMorePairsAreTheFix() {
        Found.fault(
                Checks.batch(8, 1),
                "C06",
                "A batch of 8 is asked for and TRAIN has 1 pairs.",
                "pairs with at least 2 TRAIN clips");
    }

    @Test
    void aBatchFallsIntoEqualPartsAndKeepsItsNegatives() {
        Found.fine(
                Checks.chunks(256, 8),
                "C43",
                "Memory is that of 32 clips; each is compared with 255 others.");
        Found.fault(
                Checks.chunks(100, 8),
                "C43",
                "A batch of 100 clips does not fall into 8 equal chunks.",
                ".chunks(5), or .batch(104)");
        Found.fault(
                Checks.chunks(6, 8),
                "C43",
                "A batch of 6 clips does not fall into 8 equal chunks.",
                ".chunks(6), or .batch(8)");
        Found.note(
                Checks.keptWhole(List.of("frame order"), 64),
                "C43",
                "“frame order” may look at the whole batch: what it computes by itself is kept for"
                        + " all 64 clips.");
    }

    @Test
    void accumulatedBatchesBringNoNegatives() {
        Found.note(
                Checks.accumulation(8, 4, 32),
                "C07",
                "accumulate(4) does not enlarge the set of negatives: still 7.");
        Found.fault(
                Checks.accumulation(8, 4, 31),
                "C07",
                "An update of 4 times 8 clips is asked for and TRAIN has 31 pairs.",
                ".accumulate(3)");
    }
}
