package io.github.alprolab.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.video.Variants.Kind;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoClipTest {
    @TempDir Path folder;

    @Test
    void tellsHowManyPicturesAFileHasAndHowFastTheyFollow() {
        VideoClip clip = VideoClip.open(TestVideos.write(folder.resolve("grey.mp4"), 40));
        assertThat(clip.id()).isEqualTo("grey");
        assertThat(clip.frameCount()).isEqualTo(40);
        assertThat(clip.framesPerSecond()).isEqualTo(12);
    }

    @Test
    void givesExactlyThePicturesAskedForInTheOrderAskedFor() {
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
    void keepsColoursAndSquashesToASquare() {
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
    void turnsPicturesUprightWhereTheFileAsksForIt() throws Exception {
        Path lying = TestVideos.write(folder.resolve("lying.mp4"), 30);
        VideoClip clip = VideoClip.open(TestVideos.turned(lying, folder.resolve("upright.mp4"), 1));
        BufferedImage picture = clip.frames(new int[] {29}, 64).image(0);
        // The blue left half of the stored picture is on top once it is turned clockwise.
        assertThat(picture.getRGB(32, 10) & 0xff).isGreaterThan(180);
        assertThat(picture.getRGB(50, 10) & 0xff).isGreaterThan(180);
        assertThat(picture.getRGB(10, 50) & 0xff).isBetween(140, 150);
    }

    @Test
    void severalThreadsDecodeTheSameClipAtOnce() {
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
    void fileNamesMeanNothingSpecial(String name) throws Exception {
        Path file =
                Files.move(TestVideos.write(folder.resolve("plain.mp4"), 5), folder.resolve(name));
        assertThat(VideoClip.open(file).frameCount()).isEqualTo(5);
    }

    @Test
    void aNameWithLettersBeyondAsciiIsOpened() throws Exception {
        Path video = TestVideos.write(folder.resolve("plain.mp4"), 5);
        Path file = Files.move(video, accented());
        assertThat(VideoClip.open(file).frameCount()).isEqualTo(5);
    }

    private Path accented() {
        try {
            return folder.resolve("d\u00e9j\u00e0 vu \u65e5\u672c.mp4");
        } catch (InvalidPathException e) {
            return abort("this machine's locale has no such letters in file names");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertFails(folder.resolve("missing.mp4"), ClipFault.MISSING, "does not exist");
    }

    @Test
    void aFolderIsNoVideo() {
        assertFails(folder, ClipFault.UNREADABLE, "is not a regular file");
    }

    @Test
    void anEmptyFileIsNamed() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.mp4"));
        assertFails(empty, ClipFault.EMPTY, "is empty");
    }

    @Test
    void textThatIsCalledMp4IsNoVideo() throws Exception {
        Path text = Files.writeString(folder.resolve("text.mp4"), "once upon a time\n".repeat(100));
        String cause = "is not a video that FFmpeg can open: Invalid data";
        assertFails(text, ClipFault.NOT_A_VIDEO, cause);
    }

    @Test
    void soundAloneHasNoPictureStream() throws Exception {
        Path sound = TestVideos.sound(folder.resolve("sound.wav"));
        assertFails(sound, ClipFault.NO_PICTURE_STREAM, "holds no picture stream");
    }

    @Test
    void aCodecThatNobodyKnowsIsNamed() throws Exception {
        Path file = new Variants(folder).unknownCodec();
        assertFails(file, ClipFault.CODEC_UNKNOWN, "is encoded as ZZQQ");
    }

    @Test
    void aFileCutBeforeItsIndexSaysSo() throws Exception {
        Path whole = TestVideos.write(folder.resolve("whole.mp4"), 40);
        Path cut = TestVideos.cut(whole, folder.resolve("cut.mp4"), 60);
        assertFails(cut, ClipFault.TRUNCATED, "ends before the index (moov)");
    }

    @ParameterizedTest
    @CsvSource({"mp4,mp4,mpeg4", "matroska,mkv,ffv1", "webm,webm,libvpx-vp9", "avi,avi,mpeg4"})
    void aFileCutBehindItsIndexTellsHowMuchIsThere(String muxer, String end, String codec)
            throws Exception {
        Kind kind = Kind.of(muxer, end, codec, "yuv420p");
        Map<String, String> options = Map.of("movflags", "faststart");
        Path whole = new Variants(folder).write(kind, Variants.CLIP, "whole." + end, options);
        Path cut = TestVideos.cut(whole, folder.resolve("cut." + end), 60);
        VideoInfo info = VideoClip.inspect(cut);
        assertThat(info.truncated()).isTrue();
        assertThat(info.frameCount()).isBetween(1, Variants.CLIP.count() - 2);
        // Durations in whole milliseconds give the count to within a picture.
        assertThat(info.statedFrameCount())
                .isBetween(Variants.CLIP.count() - 1, Variants.CLIP.count());
        String cause = "ends after %d of %d".formatted(info.frameCount(), info.statedFrameCount());
        assertFails(cut, ClipFault.TRUNCATED, cause);
        VideoClip part = VideoClip.openPart(cut);
        Frames there = part.frames(new int[] {info.frameCount() - 1}, 64);
        assertThat(there.count()).isEqualTo(1);
        assertThat(VideoClip.inspect(whole).truncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 50, 60, 70})
    void aShortFileCutWithinItsIndexIsTruncated(int percent) throws Exception {
        Path whole = TestVideos.write(folder.resolve("whole.mp4"), 6);
        Path cut = TestVideos.cut(whole, folder.resolve("cut.mp4"), percent);
        assertFails(cut, ClipFault.TRUNCATED, "ends before the index (moov)");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 80, 99})
    void aGifThatIsCutAnywhereIsTruncated(int percent) throws Exception {
        Kind kind = Kind.of("gif", "gif", "gif", "rgb8");
        Path whole = new Variants(folder).write(kind, Variants.first(6), "whole.gif", Map.of());
        assertThat(VideoClip.inspect(whole).truncated()).isFalse();
        Path cut = TestVideos.cut(whole, folder.resolve("cut.gif"), percent);
        assertFails(cut, ClipFault.TRUNCATED, "ends ");
        VideoClip part = VideoClip.openPart(cut);
        assertThat(part.frameCount()).isBetween(1, 6);
    }

    @Test
    void aGifIsNotWholeBecauseAByteOfItsPicturesLooksLikeTheLast() throws Exception {
        Kind kind = Kind.of("gif", "gif", "gif", "rgb8");
        Path whole = new Variants(folder).write(kind, Variants.first(6), "whole.gif", Map.of());
        byte[] bytes = Files.readAllBytes(whole);
        bytes[bytes.length / 2] = 0x3B;
        Path cut = Files.write(folder.resolve("c.gif"), Arrays.copyOf(bytes, bytes.length / 2 + 1));
        assertThat(VideoClip.inspect(cut).truncated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "webm,webm,libvpx-vp9,500",
        "webm,webm,libvpx-vp9,120",
        "webm,webm,libvpx-vp9,40",
        "matroska,mkv,ffv1,500",
        "avi,avi,mpeg4,5000",
        "mp4,mp4,mpeg4,1000"
    })
    void aFileCutBeforeItsFirstPictureIsTruncated(String muxer, String end, String codec, int bytes)
            throws Exception {
        Kind kind = Kind.of(muxer, end, codec, "yuv420p");
        Map<String, String> options = Map.of("movflags", "faststart");
        Path whole = new Variants(folder).write(kind, Variants.CLIP, "whole." + end, options);
        byte[] some = Arrays.copyOf(Files.readAllBytes(whole), bytes);
        Path cut = Files.write(folder.resolve("cut." + end), some);
        assertFails(cut, ClipFault.TRUNCATED, "ends before");
    }

    @ParameterizedTest
    @CsvSource({"jpg", "png"})
    void aPhotographIsAClipOfOnePicture(String format) throws Exception {
        Path file = folder.resolve("100%d." + format);
        BufferedImage photograph = TestVideos.pictures(1, 33, 65).image(0);
        ImageIO.write(photograph, format, file.toFile());
        VideoClip clip = VideoClip.open(file);
        assertThat(clip.frameCount()).isEqualTo(1);
        BufferedImage shown = clip.frames(new int[] {0, 0}, 64).image(1);
        assertThat(shown.getRGB(10, 30) & 0xff).isBetween(190, 210);
        assertThat(shown.getRGB(50, 30) & 0xff).isBetween(0, 6);
    }

    @Test
    void aFingerprintChangesWithTheFile() throws Exception {
        Path file = TestVideos.write(folder.resolve("grey.mp4"), 5);
        VideoClip clip = VideoClip.open(file);
        assertThat(clip.fingerprint()).isPresent().isEqualTo(clip.fingerprint());
        Optional<String> before = clip.fingerprint();
        TestVideos.write(file, 7);
        assertThat(clip.fingerprint()).isPresent().isNotEqualTo(before);
        Files.delete(file);
        assertThat(clip.fingerprint()).isEmpty();
    }

    @Test
    void aPlaylistCannotMakeItOpenOtherFiles() throws Exception {
        TestVideos.write(folder.resolve("secret.mp4"), 5);
        Path list = folder.resolve("list.m3u8");
        Files.writeString(list, "#EXTM3U\n#EXTINF:1,\nhttp://localhost:9/x.ts\n#EXT-X-ENDLIST\n");
        assertThatThrownBy(() -> VideoClip.open(list))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("list.m3u8");
    }

    @Test
    void aClipThatTurnsOutShorterThanRecordedSaysSo() {
        Path file = TestVideos.write(folder.resolve("short.mp4"), 10);
        VideoClip clip = new VideoClip("short", file, 20, 12);
        assertThat(clip.frames(new int[] {9}, 16).count()).isEqualTo(1);
        assertThatThrownBy(() -> clip.frames(new int[] {15}, 16))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("short.mp4")
                .hasMessageContaining("ends after 10 of 20 pictures");
    }

    @Test
    void aFileThatVanishedAfterOpeningIsNamed() throws Exception {
        Path file = TestVideos.write(folder.resolve("gone.mp4"), 10);
        VideoClip clip = VideoClip.open(file);
        Files.delete(file);
        assertThatThrownBy(() -> clip.frames(new int[] {1}, 16))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("gone.mp4: does not exist");
    }

    @Test
    void refusesPositionsOutsideTheClipAndEmptyRequests() {
        VideoClip clip = VideoClip.open(TestVideos.write(folder.resolve("grey.mp4"), 4));
        assertThatThrownBy(() -> clip.frames(new int[] {4}, 16))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> clip.frames(new int[0], 16));
        assertThatIllegalArgumentException().isThrownBy(() -> clip.frames(new int[] {0}, 0));
    }

    private static void assertFails(Path file, ClipFault fault, String cause) {
        assertThatThrownBy(() -> VideoClip.open(file))
                .isInstanceOf(ClipException.class)
                .hasFieldOrPropertyWithValue("fault", fault)
                .hasFieldOrPropertyWithValue("file", file.toString())
                .hasMessageContaining(file.toString())
                .hasMessageContaining(cause);
    }
}
