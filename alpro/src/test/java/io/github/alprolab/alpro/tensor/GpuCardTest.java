package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuCardTest {
    private static final List<String> TWO =
            List.of(
                    "GPU-11aa, NVIDIA H100 80GB HBM3, 81559, 550.54.15, 9.0",
                    "GPU-22bb, NVIDIA A10, 23028, 550.54.15, 8.6");

    @Test
    void readsWhatTheDriverTells() {
        List<GpuCard> cards = GpuCard.read(TWO, Optional.empty());
        assertThat(cards.get(0))
                .isEqualTo(
                        new GpuCard(0, "NVIDIA H100 80GB HBM3", 81559L << 20, "9.0", "550.54.15"));
        assertThat(cards.get(1).words()).isEqualTo("NVIDIA A10, capability 8.6, driver 550.54.15");
    }

    @Test
    void numbersTheVisibleOnesAsTheEngineDoes() {
        assertThat(GpuCard.read(TWO, Optional.of("1")))
                .extracting(GpuCard::index, GpuCard::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, "NVIDIA A10"));
        assertThat(GpuCard.read(TWO, Optional.of("GPU-22, 0")))
                .extracting(GpuCard::name)
                .containsExactly("NVIDIA A10", "NVIDIA H100 80GB HBM3");
        assertThat(GpuCard.read(TWO, Optional.of(""))).isEmpty();
        assertThat(GpuCard.read(TWO, Optional.of("-1"))).isEmpty();
    }

    @Test
    void anOldDriverLeavesOutWhatItDoesNotKnow() {
        GpuCard card =
                GpuCard.read(List.of("GPU-1, Tesla K80, [N/A], 440.10"), Optional.empty()).get(0);
        assertThat(card).isEqualTo(new GpuCard(0, "Tesla K80", 0, "", "440.10"));
        assertThat(card.words()).isEqualTo("Tesla K80, driver 440.10");
    }

    @Test
    void asksTheDriversProgram(@TempDir Path folder) throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path program = folder.resolve("smi");
        Files.writeString(program, "#!/bin/sh\necho '" + TWO.get(0) + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        assertThat(GpuCard.ask(program.toString(), Optional.empty())).hasSize(1);
    }

    @Test
    void aMissingOrFailingProgramMeansNoGpu(@TempDir Path folder) throws IOException {
        assertThat(GpuCard.ask(folder.resolve("none").toString(), Optional.empty())).isEmpty();
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path program = folder.resolve("smi");
        Files.writeString(program, "#!/bin/sh\necho 'a, b, c, d'\nexit 9\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        assertThat(GpuCard.ask(program.toString(), Optional.empty())).isEmpty();
    }
}
