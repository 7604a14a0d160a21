package io.github.alprolab.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.video.VariantWriter.Coding;
import io.github.alprolab.datasets.video.Variants.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rendered clip in every shape a file can have is read back picture by picture. */
class VariantsTest {
    private static final int ALL = Variants.CLIP.count();

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> everyKindOfFileGivesEveryPicture() {
        return Variants.kinds().stream()
                .map(
                        kind ->
                                DynamicTest.dynamicTest(
                                        kind.toString(),
                                        () -> assertExact(new Variants(folder).write(kind), 20)));
    }

    @ParameterizedTest
    @CsvSource({"mp4,mp4,mpeg4", "matroska,mkv,ffv1", "webm,webm,libvpx-vp9"})
    void picturesAtUnevenTimesAreCountedNotTimed(String muxer, String end, String codec) {
        Coding coding = Coding.of(codec, "yuv420p");
        assertExact(new Variants(folder).uneven(muxer, end, coding), 24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libvpx-vp9", "libvpx"})
    void aFileThatStatesNoDurationIsCounted(String codec) {
        Kind kind = Kind.of("webm", "webm", codec, "yuv420p");
        Map<String, String> live = Map.of("live", "1");
        Path file = new Variants(folder).write(kind, Variants.CLIP, "live.webm", live);
        assertExact(file, 24);
        assertThat(VideoClip.inspect(file).truncated()).isFalse();
    }

    @Test
    void aFragmentedMp4IsCounted() {
        Kind kind = Kind.of("mp4", "mp4", "libopenh264", "yuv420p");
        Map<String, String> live = Map.of("movflags", "frag_keyframe+empty_moov");
        assertExact(new Variants(folder).write(kind, Variants.CLIP, "fragments.mp4", live), 24);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void picturesAreTurnedUpright(int quarterTurns) throws Exception {
        Kind kind = Kind.of("mov", "mov", "mpeg4", "yuv420p");
        Path lying = new Variants(folder).write(kind);
        Path upright = TestVideos.turned(lying, folder.resolve("upright.mov"), quarterTurns);
        assertThat(VideoClip.inspect(upright).rotation()).isEqualTo(90 * quarterTurns);
        Frames expected = VideoClip.open(lying).frames(new int[] {ALL - 1}, 64);
        Frames turned = VideoClip.open(upright).frames(new int[] {ALL - 1}, 64);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                int[] at = turnedBack(quarterTurns, x, y);
                assertThat(turned.image(0).getRGB(x, y))
                        .isEqualTo(expected.image(0).getRGB(at[0], at[1]));
            }
        }
    }

    /** Where the pixel at (x, y) of a picture turned clockwise was before. */
    private static int[] turnedBack(int quarterTurns, int x, int y) {
        return switch (quarterTurns) {
            case 0 -> new int[] {x, y};
            case 1 -> new int[] {y, 63 - x};
            case 2 -> new int[] {63 - x, 63 - y};
            default -> new int[] {63 - y, x};
        };
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "-1, 1"})
    void theDefaultStreamIsTakenElseTheLargest(int byDefault, int taken) {
        Path file = new Variants(folder).streams(byDefault, 32, 96, 64);
        VideoInfo info = VideoClip.inspect(file);
        assertThat(info.stream()).isEqualTo(taken);
        assertThat(info.pictureStreams()).isEqualTo(3);
        assertThat(info.width()).isEqualTo(new int[] {32, 96, 64}[taken]);
        assertExact(file, 18);
    }

    @Test
    void pixelsThatAreNotSquareChangeNothingInASquashedPicture() {
        Path file = new Variants(folder).wide();
        assertThat(VideoClip.inspect(file).sampleAspectRatio()).isEqualTo(2);
        assertExact(file, 18);
    }

    @Test
    void aClipOfOnePictureGivesItAsOftenAsWanted() {
        Kind kind = Kind.of("mp4", "mp4", "mpeg4", "yuv420p");
        Path file = new Variants(folder).write(kind, Variants.first(1), "one.mp4", Map.of());
        VideoClip clip = VideoClip.open(file);
        assertThat(clip.frameCount()).isEqualTo(1);
        int[] wanted = FrameSampling.uniform().indices(1, 8, new Random(0));
        assertThat(clip.frames(wanted, 32).count()).isEqualTo(8);
    }

    @Test
    void aClipShorterThanWantedIsSpreadOrRepeatsItsFirstPictureAsPublished() {
        Kind kind = Kind.of("mp4", "mp4", "mpeg4", "yuv420p");
        Path file = new Variants(folder).write(kind, Variants.first(3), "three.mp4", Map.of());
        VideoClip clip = VideoClip.open(file);
        Frames decoded = clip.frames(new int[] {0, 1, 2}, 32);
        int[] spread = FrameSampling.uniform().indices(3, 8, new Random(0));
        assertThat(spread).containsExactly(0, 0, 0, 1, 1, 2, 2, 2);
        assertThat(clip.frames(spread, 32)).isEqualTo(decoded.select(spread));
        int[] published = FrameSampling.publishedUniform().indices(3, 8, new Random(0));
        assertThat(clip.frames(published, 32)).isEqualTo(decoded.select(new int[8]));
    }

    @Test
    void itJumpsWhereDecodingCanBeginNearbyAndOnlyThere() {
        Coding often = Coding.of("mpeg4", "yuv420p").gop(5);
        assertThat(jumps(new Kind("mp4", "mp4", often), ALL - 1)).isTrue();
        assertThat(jumps(new Kind("mp4", "mp4", often), 4)).isFalse();
        assertThat(jumps(new Kind("mp4", "mp4", often.gop(100)), ALL - 1)).isFalse();
    }

    private boolean jumps(Kind kind, int wanted) {
        Path file = new Variants(folder).write(kind);
        FrameReader reader = new FrameReader(file, VideoScan.of(file).index(), ALL, 64);
        return reader.jumping(new int[] {wanted}, new byte[64 * 64 * 3]);
    }

    @Test
    void anIndexOfAnotherFileNeverGivesAWrongPicture() {
        Coding often = Coding.of("mpeg4", "yuv420p").gop(5);
        Variants variants = new Variants(folder);
        FrameIndex foreign = VideoScan.of(variants.uneven("mp4", "mp4", often)).index();
        Path file = variants.write(new Kind("mp4", "mp4", often));
        FrameReader reader = new FrameReader(file, foreign, ALL, 64);
        int[] wanted = {ALL - 2};
        assertThat(reader.read(wanted)).isEqualTo(straight(file).select(wanted));
    }

    /** All pictures are there, are what was rendered, and are the same whichever way is taken. */
    private static void assertExact(Path file, double leastPeakSignalToNoise) {
        VideoScan.Result scan = VideoScan.of(file);
        VideoClip clip = VideoClip.open(file);
        assertThat(clip.frameCount()).isEqualTo(ALL);
        Frames straight = straight(file);
        assertThat(Variants.peakSignalToNoise(Variants.CLIP, straight))
                .isGreaterThan(leastPeakSignalToNoise);
        FrameReader reader = new FrameReader(file, scan.index(), ALL, 64);
        for (int i = 0; i < ALL; i++) {
            int[] wanted = {i};
            byte[] jumped = new byte[64 * 64 * 3];
            assertThat(clip.frames(wanted, 64)).isEqualTo(straight.select(wanted));
            if (reader.jumping(wanted, jumped)) {
                assertThat(Frames.of(1, 64, 64, jumped)).isEqualTo(straight.select(wanted));
            }
        }
        int[] some = IntStream.of(0, 3, ALL / 2, ALL - 1).toArray();
        assertThat(clip.frames(some, 64)).isEqualTo(straight.select(some));
    }

    private static Frames straight(Path file) {
        byte[] rgb = new byte[ALL * 64 * 64 * 3];
        new FrameReader(file, FrameIndex.NONE, ALL, 64).straight(Variants.all(ALL), rgb);
        assertThat(Arrays.hashCode(rgb)).isNotZero();
        return Frames.of(ALL, 64, 64, rgb);
    }
}
