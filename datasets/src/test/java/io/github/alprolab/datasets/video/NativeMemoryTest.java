package io.github.alprolab.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alprolab.datasets.ClipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeMemoryTest {
    private static final int OPENS = 3000;
    private static final long MOST_GROWTH = 24L << 20;

    @TempDir Path folder;

    @Test
    void decoding_thousands_of_clips_does_not_let_the_process_grow() throws Exception {
        assumeTrue(Pointer.physicalBytes() > 0, "the size of this process is not known here");
        Path video = TestVideos.write(folder.resolve("grey.mp4"), 30);
        VideoClip clip = VideoClip.open(video);
        Path broken = TestVideos.cut(video, folder.resolve("cut.mp4"), 50);
        repeat(clip, broken, OPENS / 3);
        long before = Pointer.physicalBytes();
        repeat(clip, broken, OPENS);
        assertThat(Pointer.physicalBytes() - before).isLessThan(MOST_GROWTH);
    }

    @Test
    void writing_hundreds_of_clips_does_not_let_the_process_grow() throws IOException {
        assumeTrue(Pointer.physicalBytes() > 0, "the size of this process is not known here");
        for (int i = 0; i < 100; i++) {
            TestVideos.write(folder.resolve("grey.mp4"), 10);
        }
        long before = Pointer.physicalBytes();
        for (int i = 0; i < 500; i++) {
            TestVideos.write(folder.resolve("grey.mp4"), 10);
        }
        assertThat(Pointer.physicalBytes() - before).isLessThan(MOST_GROWTH);
        assertThat(Files.size(folder.resolve("grey.mp4"))).isPositive();
    }

    private static void repeat(VideoClip clip, Path broken, int times) {
        for (int i = 0; i < times; i++) {
            clip.frames(new int[] {0, i % 30}, 32);
            if (i % 10 == 0) {
                assertThatThrownBy(() -> VideoClip.open(broken)).isInstanceOf(ClipException.class);
            }
        }
    }
}
