package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames kept on disk give the same figures and save later processes the decoding. Each training is
 * a process of its own, because the folder is named by an environment variable.
 */
class FramesOnDiskTest {
    @TempDir Path folder;

    /** Trains on clips that count their decoding; the argument is a limit in GiB, or none. */
    public static void main(String[] arguments) {
        Snapshots data = new Snapshots(24, 6);
        Pairs pairs = Pairs.of(data).frames(2).size(32);
        Pairs kept =
                arguments.length == 0 ? pairs : pairs.cacheOnDisk(Double.parseDouble(arguments[0]));
        PrompterTraining training =
                Experiment.prompter("child")
                        .pairs(kept)
                        .encoders(Tiny.ENCODERS)
                        .trainer(Tiny.TRAINER);
        System.out.println(training.check().all());
        Path run = training.run().folder();
        Tiny.figures(run).forEach(figure -> System.out.println("row " + figure));
        System.out.println("decoded " + data.decoded());
    }

    private String child(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Stream.concat(
                                        Stream.of(
                                                Path.of(
                                                                System.getProperty("java.home"),
                                                                "bin",
                                                                "java")
                                                        .toString(),
                                                "-Dalprolab.runs="
                                                        + Files.createTempDirectory(folder, "runs"),
                                                "-cp",
                                                System.getProperty("java.class.path"),
                                                FramesOnDiskTest.class.getName()),
                                        Stream.of(arguments))
                                .toList());
        builder.environment().put("ALPROLAB_CACHE", folder.resolve("cache").toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static String rows(String said) {
        return String.join("\n", said.lines().filter(l -> l.startsWith("row ")).toList());
    }

    @Test
    void anotherProcessDecodesNothingAndFindsTheSameFigures() throws Exception {
        String without = child();
        String first = child("1");
        String second = child("1");

        assertThat(rows(without)).contains("VTC_LOSS");
        assertThat(rows(first)).isEqualTo(rows(without));
        assertThat(rows(second)).isEqualTo(rows(without));
        assertThat(decoded(first)).isPositive();
        assertThat(decoded(second)).isZero();
        assertThat(second)
                .contains("✓ C33  All frames fit into the cache on disk: at most ")
                .containsPattern("frames on disk +at most .* in " + folder.resolve("cache"));
    }

    @Test
    void aSmallCacheIsToldOfAndStillGivesTheSameFigures() throws Exception {
        String small = child("1e-4");

        assertThat(small)
                .contains("C33  All frames take at most ")
                .contains("what does not fit is decoded again in each epoch");
        assertThat(rows(small)).isEqualTo(rows(child()));
        try (Stream<Path> files = Files.list(folder.resolve("cache").resolve("frames"))) {
            assertThat(files.mapToLong(f -> f.toFile().length()).sum())
                    .isLessThan((long) (1e-4 * (1L << 30)) + 1024);
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsAFinding() throws Exception {
        Files.writeString(folder.resolve("cache"), "in the way");

        assertThat(child("1"))
                .contains("✗ C33  The frame cache ")
                .contains("Set ALPROLAB_CACHE to a folder that can be written")
                .contains("nothing was run");
    }

    @Test
    void itIsNoPartOfTheIdentityAndItsLimitIsChecked() {
        Pairs pairs = Pairs.of(Datasets.colours(8, 8, 8));

        assertThat(pairs.cacheOnDisk(20).settings()).isEqualTo(pairs.settings());
        assertThat(pairs.cacheOnDisk(20)).isNotEqualTo(pairs);
        assertThat(pairs.cacheOnDisk(20).cacheOnDisk()).contains(20.0);
        assertThat(pairs.cacheOnDisk(20).toString()).endsWith(".cacheOnDisk(20.0)");
        assertThatThrownBy(() -> pairs.cacheOnDisk(0))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("cacheOnDisk(0) is given; allowed is above 0");
    }

    private static int decoded(String said) {
        return said.lines()
                .filter(l -> l.startsWith("decoded "))
                .mapToInt(l -> Integer.parseInt(l.substring(8)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(said));
    }
}
