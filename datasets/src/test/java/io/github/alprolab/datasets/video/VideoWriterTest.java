package io.github.alprolab.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.ScriptRenderer;
import io.github.alprolab.datasets.sprites.ScriptWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoWriterTest {
    @TempDir Path folder;

    @Test
    void spritesSurviveEncodingNearlyUnchanged() {
        ScriptWriter writer = new ScriptWriter(1);
        for (int i = 0; i < 10; i++) {
            Frames drawn = new ScriptRenderer(64).render(writer.script(Split.TRAIN, i));
            Path file = folder.resolve(i + ".mp4");
            VideoWriter.write(file, drawn, 12);
            int[] all = IntStream.range(0, drawn.count()).toArray();
            Frames decoded = VideoClip.open(file).frames(all, 64);
            assertThat(peakSignalToNoise(drawn.rgb(), decoded.rgb())).isGreaterThan(27);
        }
    }

    @Test
    void replacesAFileAndLeavesNothingElseBehind() throws Exception {
        Path file = folder.resolve("clip.mp4");
        TestVideos.write(file, 5);
        TestVideos.write(file, 7);
        assertThat(VideoClip.open(file).frameCount()).isEqualTo(7);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aFolderThatDoesNotExistIsAnErrorNamingCause() {
        Path file = folder.resolve("no").resolve("clip.mp4");
        assertThatThrownBy(() -> TestVideos.write(file, 5))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("No such file or directory");
    }

    @Test
    void refusesWhatItCannotEncodeBeforeItStarts() {
        Path file = folder.resolve("clip.mp4");
        assertThatThrownBy(() -> VideoWriter.write(file, TestVideos.pictures(2, 31, 32), 12))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("even sides");
        assertThatThrownBy(() -> VideoWriter.write(file, TestVideos.pictures(2, 32, 32), 0))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("1..1000");
        assertThat(file).doesNotExist();
    }

    private static double peakSignalToNoise(byte[] a, byte[] b) {
        double error = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (a[i] & 0xff) - (b[i] & 0xff);
            error += difference * difference / a.length;
        }
        return 10 * Math.log10(255 * 255 / error);
    }
}
