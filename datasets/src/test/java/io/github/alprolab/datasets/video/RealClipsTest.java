package io.github.alprolab.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every file of a folder of the user's own clips either decodes or says what is wrong with it. */
class RealClipsTest {
    private static final String VARIABLE = "ALPROLAB_CLIPS";

    @TestFactory
    @EnabledIfEnvironmentVariable(
            named = VARIABLE,
            matches = ".+",
            disabledReason = "no folder of real clips is named by " + VARIABLE)
    Stream<DynamicTest> each_file_decodes_or_names_its_fault() throws Exception {
        String folder = System.getenv(VARIABLE);
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(
                            file ->
                                    DynamicTest.dynamicTest(
                                            file.getFileName().toString(), () -> read(file)));
        }
    }

    private static void read(Path file) {
        try {
            VideoClip clip = VideoClip.open(file);
            int[] indices = FrameSampling.uniform().indices(clip.frameCount(), 4, new Random(0));
            Frames frames = clip.frames(indices, 64);
            assertThat(frames.count()).isEqualTo(4);
        } catch (ClipException e) {
            assertThat(e).hasMessageContaining(file.toString());
            assertThat(e.getMessage()).matches("(?s)video .*: .{8,}");
        }
    }
}
