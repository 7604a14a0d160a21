package io.github.alprolab.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file of a folder of real clips either decodes or says what is wrong with it. See {@link
 * Samples}.
 */
class RealClipsTest {
    private static final int SIZE = 56;

    @TestFactory
    Stream<DynamicTest> eachFileDecodesExactlyOrNamesItsFault() throws Exception {
        return files().stream()
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> read(f)));
    }

    private static List<Path> files() throws Exception {
        Path folder = Samples.require("clips");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void read(Path file) {
        VideoScan.Result scan;
        try {
            scan = VideoScan.of(file);
        } catch (ClipException e) {
            assertThat(e).hasMessageContaining(file.toString());
            assertThat(e.getMessage()).matches("(?s)video .*: .{8,}");
            return;
        }
        int count = scan.info().frameCount();
        int[] sampled = FrameSampling.uniform().indices(count, 8, new Random(0));
        FrameReader reader = new FrameReader(file, scan.index(), count, SIZE);
        int[] distinct = IntStream.of(sampled).distinct().toArray();
        assertThat(reader.read(distinct).count()).isEqualTo(distinct.length);
        assertJumpsAreExact(file, scan, count);
    }

    /**
     * A few pictures, reached by a jump where that is worth it, against decoding from the start.
     */
    private static void assertJumpsAreExact(Path file, VideoScan.Result scan, int count) {
        FrameSampling even = FrameSampling.uniform();
        int[] wanted = even.indices(count, Math.min(4, count), new Random(0));
        byte[] straight = new byte[wanted.length * SIZE * SIZE * 3];
        new FrameReader(file, FrameIndex.NONE, count, SIZE).straight(wanted, straight);
        Frames expected = Frames.of(wanted.length, SIZE, SIZE, straight);
        FrameReader reader = new FrameReader(file, scan.index(), count, SIZE);
        for (int i = 0; i < wanted.length; i++) {
            byte[] jumped = new byte[SIZE * SIZE * 3];
            if (reader.jumping(new int[] {wanted[i]}, jumped)) {
                assertThat(Frames.of(1, SIZE, SIZE, jumped))
                        .as("picture %d", wanted[i])
                        .isEqualTo(expected.select(new int[] {i}));
            }
        }
    }
}
