package io.github.alprolab.dsl.check;

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
                Checks.device("gpu(0)", true, false, "cpu"),
                "C17",
                "gpu(0) asked, none visible. Engine flavour cpu.",
                ".device(Device.auto()), or build with the Maven profile cuda on a machine"
                        + " with a GPU");
    }

    @Test
    void aDeviceThatIsThereIsFine() {
        Found.fine(Checks.device("gpu(0)", true, true, "cu124"), "C17", "gpu(0) is available.");
        Found.fine(Checks.device("cpu", false, false, "cpu"), "C17", "cpu is available.");
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
    void enoughMemoryIsFine() {
        Found.fine(
                Checks.memory(100.0 * MEBI, 100.0 * MEBI, 32),
                "C19",
                "Needs ≈ 100 MiB (rough), 100 MiB are there.");
    }

    @Test
    void tooLittleMemoryIsAWarningWithAHalfBatch() {
        Found.warning(
                Checks.memory(200.0 * MEBI, 100.0 * MEBI, 32),
                "C19",
                "Needs ≈ 200 MiB (rough), 100 MiB are there.",
                ".batch(16)");
        Found.warning(
                Checks.memory(200.0 * MEBI, 100.0 * MEBI, 3),
                "C19",
                "Needs ≈ 200 MiB (rough), 100 MiB are there.",
                ".batch(2)");
    }
}
