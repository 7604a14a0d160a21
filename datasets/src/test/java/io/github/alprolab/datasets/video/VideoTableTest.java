package io.github.alprolab.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.video.Variants.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoTableTest {
    @TempDir Path folder;

    @Test
    void hasARowForEveryFileWithItsNumbersOrItsFault() throws Exception {
        Path video = TestVideos.write(folder.resolve("a|b.mp4"), 40);
        Path cut = cut();
        Path text = Files.writeString(folder.resolve("text.mp4"), "no video");
        Path missing = folder.resolve("missing.mp4");
        List<String> rows = VideoTable.of(List.of(video, cut, text, missing)).lines().toList();
        assertThat(rows).hasSize(6).allMatch(row -> row.startsWith("|") && row.endsWith("|"));
        assertThat(rows.get(2))
                .isEqualTo(
                        "| a\\|b.mp4 | 64 × 64 | 40 | 40 | 12.00 | 0 | 1 | mpeg4 | yuv420p | 0° | decodes |");
        assertThat(rows.get(3)).contains("TRUNCATED: ends after").contains(" of 40 pictures");
        assertThat(rows.get(4)).contains("text.mp4").contains("NOT_A_VIDEO: is not a video");
        assertThat(rows.get(5)).contains("MISSING: does not exist");
    }

    private Path cut() throws Exception {
        Kind kind = Kind.of("mp4", "mp4", "mpeg4", "yuv420p");
        Path whole = folder.resolve("whole.mp4");
        Map<String, String> early = Map.of("movflags", "faststart");
        new Variants(folder).write(kind, TestVideos.pictures(40, 64, 64), "whole.mp4", early);
        return TestVideos.cut(whole, folder.resolve("cut.mp4"), 60);
    }
}
