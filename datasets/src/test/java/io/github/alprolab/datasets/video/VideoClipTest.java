package io.github.alprolab.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.Frames;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoClipTest {
    @TempDir Path folder;

    @Test
    void tells_how_many_pictures_a_file_has_and_how_fast_they_follow() {
        VideoClip clip = VideoClip.open(TestVideos.write(folder.resolve("grey.mp4"), 40));
        assertThat(clip.id()).isEqualTo("grey");
        assertThat(clip.frameCount()).isEqualTo(40);
        assertThat(clip.framesPerSecond()).isEqualTo(12);
    }

    @Test
    void gives_exactly_the_pictures_asked_for_in_the_order_asked_for() {
        VideoClip clip = VideoClip.open(TestVideos.write(folder.resolve("grey.mp4"), 40));
        int[] wanted = {39, 0, 13, 13, 12, 25};
        Frames frames = clip.frames(wanted, 32);
        assertThat(frames.count()).isEqualTo(wanted.length);
        assertThat(frames.height()).isEqualTo(32);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(TestVideos.level(frames, i)).isBetween(5 * wanted[i] - 2, 5 * wanted[i] + 2);
        }
    }

    @Test
    void keeps_colours_and_squashes_to_a_square() {
        Path file = folder.resolve("wide.mp4");
        VideoWriter.write(file, TestVideos.pictures(3, 48, 180), 25);
        BufferedImage picture = VideoClip.open(file).frames(new int[] {2}, 50).image(0);
        assertThat(picture.getWidth()).isEqualTo(50);
        int blue = picture.getRGB(10, 25);
        assertThat(blue >> 16 & 0xff).isBetween(14, 26);
        assertThat(blue >> 8 & 0xff).isBetween(34, 46);
        assertThat(blue & 0xff).isBetween(194, 206);
    }

    @Test
    void turns_pictures_upright_where_the_file_asks_for_it() throws Exception {
        Path lying = TestVideos.write(folder.resolve("lying.mp4"), 30);
        VideoClip clip = VideoClip.open(TestVideos.turned(lying, folder.resolve("upright.mp4")));
        BufferedImage picture = clip.frames(new int[] {29}, 64).image(0);
        // The blue left half of the stored picture is on top once it is turned clockwise.
        assertThat(picture.getRGB(32, 10) & 0xff).isGreaterThan(180);
        assertThat(picture.getRGB(50, 10) & 0xff).isGreaterThan(180);
        assertThat(picture.getRGB(10, 50) & 0xff).isBetween(140, 150);
    }

    @Test
    void several_threads_decode_the_same_clip_at_once() {
        VideoClip clip = VideoClip.open(TestVideos.write(folder.resolve("grey.mp4"), 40));
        Frames expected = clip.frames(new int[] {3, 30}, 64);
        assertThat(
                        IntStream.range(0, 64)
                                .parallel()
                                .mapToObj(i -> clip.frames(new int[] {3, 30}, 64)))
                .allMatch(expected::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space.mp4",
                "-leading-dash.mp4",
                "concat:a|b.mp4",
                "100%d.mp4",
                "a'b\"c.mp4"
            })
    void file_names_mean_nothing_special(String name) throws Exception {
        Path file =
                Files.move(TestVideos.write(folder.resolve("plain.mp4"), 5), folder.resolve(name));
        assertThat(VideoClip.open(file).frameCount()).isEqualTo(5);
    }

    @Test
    void a_missing_file_is_named() {
        Path missing = folder.resolve("missing.mp4");
        assertFails(missing, "does not exist");
    }

    @Test
    void a_folder_is_no_video() {
        assertFails(folder, "is not a regular file");
    }

    @Test
    void an_empty_file_is_named() throws Exception {
        assertFails(Files.createFile(folder.resolve("empty.mp4")), "is empty");
    }

    @Test
    void text_that_is_called_mp4_is_no_video() throws Exception {
        Path text = Files.writeString(folder.resolve("text.mp4"), "once upon a time\n".repeat(100));
        assertFails(text, "is not a video that FFmpeg can open: Invalid data");
    }

    @Test
    void sound_alone_has_no_picture_stream() throws Exception {
        assertFails(TestVideos.sound(folder.resolve("sound.wav")), "holds no picture stream");
    }

    @Test
    void a_file_cut_before_its_index_is_no_video() throws Exception {
        Path whole = TestVideos.write(folder.resolve("whole.mp4"), 40);
        assertFails(TestVideos.cut(whole, folder.resolve("cut.mp4"), 60), "is not a video");
    }

    @Test
    void a_playlist_cannot_make_it_open_other_files() throws Exception {
        TestVideos.write(folder.resolve("secret.mp4"), 5);
        Path list = folder.resolve("list.m3u8");
        Files.writeString(list, "#EXTM3U\n#EXTINF:1,\nhttp://localhost:9/x.ts\n#EXT-X-ENDLIST\n");
        assertThatThrownBy(() -> VideoClip.open(list))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("list.m3u8");
    }

    @Test
    void a_clip_that_turns_out_shorter_than_recorded_says_so() {
        Path file = TestVideos.write(folder.resolve("short.mp4"), 10);
        VideoClip clip = new VideoClip("short", file, 20, 12);
        assertThat(clip.frames(new int[] {9}, 16).count()).isEqualTo(1);
        assertThatThrownBy(() -> clip.frames(new int[] {15}, 16))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("short.mp4")
                .hasMessageContaining("ends after 10 of 20 pictures");
    }

    @Test
    void a_file_that_vanished_after_opening_is_named() throws Exception {
        Path file = TestVideos.write(folder.resolve("gone.mp4"), 10);
        VideoClip clip = VideoClip.open(file);
        Files.delete(file);
        assertThatThrownBy(() -> clip.frames(new int[] {1}, 16))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("gone.mp4: does not exist");
    }

    @Test
    void refuses_positions_outside_the_clip_and_empty_requests() {
        VideoClip clip = VideoClip.open(TestVideos.write(folder.resolve("grey.mp4"), 4));
        assertThatThrownBy(() -> clip.frames(new int[] {4}, 16))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> clip.frames(new int[0], 16));
        assertThatIllegalArgumentException().isThrownBy(() -> clip.frames(new int[] {0}, 0));
    }

    private static void assertFails(Path file, String cause) {
        assertThatThrownBy(() -> VideoClip.open(file))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(cause);
    }
}
