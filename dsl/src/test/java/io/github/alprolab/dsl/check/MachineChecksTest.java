package io.github.alprolab.dsl.check;

import io.github.alprolab.alpro.config.Precision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The wording of the checks of checkpoints, devices, names, disk and memory. */
class MachineChecksTest {
    private static final long MEBI = 1 << 20;

    @Test
    void aCheckpointThatFitsIsNamed() {
        Found.fine(
                Checks.checkpoint("pretraining", 3, Optional.empty()),
                "C14",
                "The checkpoint has every tensor of the model: pretraining after 3 epochs.");
    }

    @Test
    void aCheckpointThatDoesNotFitSaysHow() {
        Found.fault(
                Checks.checkpoint("answering", 3, Optional.of("a.pt lacks vision_proj.weight")),
                "C14",
                "a.pt lacks vision_proj.weight",
                ".from(…) of a run, such as run.best(), or of published weights for retrieval");
    }

    @Test
    void anotherNumberOfFramesIsWorthKnowing() {
        Found.fine(Checks.framesOfCheckpoint(4, 4), "C15", "4 frames, as in training.");
        Found.note(
                Checks.framesOfCheckpoint(4, 8),
                "C15",
                "Temporal positions 4 → 8 will be interpolated (nearest), as in the reference.");
    }

    @Test
    void anotherSizeOfFramesIsWarnedOfAndOneThatPatchesDoNotFillIsAFault() {
        Found.fine(Checks.sizeOfCheckpoint(64, 64, 16), "C16", "64 pixels, as in training.");
        Found.warning(
                Checks.sizeOfCheckpoint(64, 96, 16),
                "C16",
                "Spatial positions 4 x 4 → 6 x 6 are resized (nearest): places were learned for frames of 64 pixels.",
                ".size(64)");
        Found.fault(
                Checks.sizeOfCheckpoint(64, 90, 16),
                "C16",
                "The checkpoint was trained on frames of 64 pixels in patches of 16, these pairs have 90.",
                ".size(64)");
    }

    @Test
    void aGpuThatIsNotThereIsAFault() {
        Found.fault(
                Checks.device("gpu(0)", Optional.of("no GPU is seen here"), ""),
                "C17",
                "gpu(0) is asked for, but no GPU is seen here.",
                ".device(Device.auto()), or ./lab --cuda on a machine with a GPU");
    }

    @Test
    void aDeviceThatIsThereIsFine() {
        Found.fine(
                Checks.device("gpu(0)", Optional.empty(), ": NVIDIA H100"),
                "C17",
                "gpu(0) is available: NVIDIA H100.");
        Found.fine(Checks.device("cpu", Optional.empty(), ""), "C17", "cpu is available.");
    }

    @Test
    void aNameWithOtherSettingsSaysWhatDiffers() {
        Found.fine(
                Checks.name("tiny", List.of()),
                "C24",
                "The name “tiny” stands for these settings alone.");
        Found.note(
                Checks.name("tiny", List.of("trainer.epochs 1 → 2", "trainer.seed 7 → 8")),
                "C24",
                "The name “tiny” has runs with other settings; the newest differs in:"
                        + " trainer.epochs 1 → 2; trainer.seed 7 → 8");
    }

    @Test
    void checkpointsNeedRoomOnDisk() {
        Found.fine(
                Checks.disk(20 * MEBI, 0, 20 * MEBI),
                "C21",
                "The checkpoints take 20 MiB, 20 MiB are free.");
        Found.fault(
                Checks.disk(20 * MEBI, 0, 20 * MEBI - 1),
                "C21",
                "Checkpoints need 20 MiB, 20 MiB are free.",
                "Free some disk, or set ALPROLAB_RUNS to a folder on another one");
    }

    @Test
    void checkpointsThatLieThereAlreadyNeedNoRoom() {
        Found.fine(
                Checks.disk(20 * MEBI, 14 * MEBI, 6 * MEBI),
                "C21",
                "The checkpoints take 20 MiB, of which 14 MiB lie there, 6.0 MiB are free.");
        Found.fault(
                Checks.disk(20 * MEBI, 14 * MEBI, 5 * MEBI),
                "C21",
                "Checkpoints need 20 MiB, of which 14 MiB lie there, 5.0 MiB are free.",
                "Free some disk, or set ALPROLAB_RUNS to a folder on another one");
    }

    @Test
    void sixteenBitsThatAreSlowerAreAWarningAndAutoSaysWhatItTook() {
        Found.fine(
                PrecisionChecks.measured(Precision.BF16, true, "1 ms and 2 ms", false),
                "C18",
                "BF16 is the faster one here: 1 ms and 2 ms.");
        Found.warning(
                PrecisionChecks.measured(Precision.FP16, false, "2 ms and 1 ms", false),
                "C18",
                "FP16 is not the faster one here: 2 ms and 1 ms.",
                ".precision(Precision.AUTO)");
        Found.warning(
                PrecisionChecks.measured(Precision.BF16, false, "2 ms and 1 ms", true),
                "C18",
                "BF16 is not the faster one here: 2 ms and 1 ms.",
                ".precision(Precision.FP16)");
        Found.note(
                PrecisionChecks.measured(Precision.AUTO, false, "2 ms and 1 ms", true),
                "C18",
                "AUTO takes FP32: 2 ms and 1 ms; this GPU has no BF16, .precision(Precision.FP16) is written for such.");
    }

    @Test
    void severalDevicesShareABatchOrAreToldOneThatTheyCan() {
        Found.note(
                Checks.devices(32, 2, 2),
                "C45",
                "2 devices take 16 clips of a batch each, compared with all 31 others; validation and what comes after is on the first.");
        Found.fault(
                Checks.devices(30, 2, 2),
                "C45",
                "A batch of 30 clips does not fall into 2 equal chunks on each of 2 devices.",
                ".batch(32)");
    }

    @Test
    void enoughMemoryIsFine() {
        Found.fine(
                Checks.memory(100.0 * MEBI, 100.0 * MEBI, "rough", ".batch(16)"),
                "C19",
                "Needs ≈ 100 MiB (rough), 100 MiB are there.");
    }

    @Test
    void tooLittleMemoryIsAWarningWithItsSourceAndWhatFits() {
        Found.warning(
                Checks.memory(200.0 * MEBI, 100.0 * MEBI, "measured by smoke()", ".batch(8)"),
                "C19",
                "Needs ≈ 200 MiB (measured by smoke()), 100 MiB are there.",
                ".batch(8)");
    }

    @Test
    void moreTimeThanThePlaceAllowsIsAWarningWithWhatFits() {
        Found.fine(
                Checks.time(1800, 2, "Binder", 1, 512),
                "C20",
                "Takes ≈ 30 min on 2 cores; Binder allows about 60 min of one processor.");
        Found.warning(
                Checks.time(7200, 2, "Binder", 1, 512),
                "C20",
                "Takes ≈ 2.0 h on 2 cores; Binder allows about 60 min of one processor.",
                "pairs.limit(128), or a machine of your own");
    }

    @Test
    void entitiesOfSeveralPiecesAreWorthKnowingAndUnknownOnesAWarning() {
        Found.fine(
                Checks.entityPieces(List.of(), List.of()),
                "C23",
                "Every entity is made of whole words of the prompter's.");
        Found.note(
                Checks.entityPieces(List.of(), List.of("capybara (4)")),
                "C23",
                "An entity becomes several word pieces, which is allowed: capybara (4).");
        Found.warning(
                Checks.entityPieces(List.of("a", "b", "c", "d"), List.of("capybara (4)")),
                "C23",
                "4 entities have word pieces that the prompter has not seen in training: a, b, c, ….",
                ".entities(Entities.nouns(pairs).top(1000)) with the prompter's own pairs");
    }

    @Test
    void numbersRepeatOnAProcessorAndNotQuiteOnAGpu() {
        Found.fine(
                Checks.repeats(false, 2),
                "C28",
                "Numbers repeat exactly on processors of this kind with 2 threads of the engine.");
        Found.note(
                Checks.repeats(true, 2),
                "C28",
                "On a GPU the same training gives slightly other numbers each time, because sums are added up in another order.");
    }

    @Test
    void aLossBeginsNearItsChance() {
        Found.fine(
                Checks.start("VTC loss", 3.81, 3.466, "chance ln B", true),
                "C41",
                "VTC loss begins at 3.810; chance ln B is 3.466 (+9.9 %).");
        Found.note(
                Checks.start("VTM loss", 0.87, 0.637, "chance", true),
                "C41",
                "VTM loss begins at 0.870; chance is 0.637 (+36.6 %), as far off as first weights at random may be.");
    }

    @Test
    void aLossFarFromItsChanceIsAWarningUnlessTheWeightsKnowSomething() {
        Found.warning(
                Checks.start("VTC loss", 8, 3.466, "chance", true),
                "C41",
                "VTC loss begins at 8.000; chance is 3.466 (+130.8 %): confident wrong answers of a model that has not learned.",
                "Look at the temperature and at where the first weights come from");
        Found.warning(
                Checks.start("PEM loss", 0.1, 4, "chance", true),
                "C41",
                "PEM loss begins at 0.100; chance is 4.000 (−97.5 %): it knows what it has not learned.",
                "Look for an answer that leaks into what is asked, such as equal captions");
        Found.fine(
                Checks.start("VTC loss", 0.5, 3.466, "chance", false),
                "C41",
                "VTC loss begins at 0.500; chance is 3.466 (−85.6 %): the weights it begins with know something.");
    }

    @Test
    void aLossOfNoCropIsNoAnswerThatLeaks() {
        Found.note(
                Checks.unsure("PEM loss"),
                "C41",
                "PEM loss could not be tried: the prompter was too unsure of every crop of update 1, and such crops teach nothing.");
    }

    @Test
    void aGradientReachesAPartOrDoesNot() {
        Found.fine(
                Checks.gradient("video encoder", 12.5),
                "C42",
                "The video encoder gets a gradient of length 1.3e+01.");
        Found.note(
                Checks.gradient("fusion encoder", 0),
                "C42",
                "No gradient reaches the fusion encoder: no objective here reads it.");
        Found.warning(
                Checks.gradient("heads", Double.NaN),
                "C42",
                "The gradient of the heads is no number.",
                ".learningRate(…) does not help at the first step; look for empty clips and texts");
    }
}
