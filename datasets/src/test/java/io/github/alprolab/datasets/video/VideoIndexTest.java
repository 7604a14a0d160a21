package io.github.alprolab.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An entry that is believed though its file has changed gives itself away: in these tests the bytes
 * of a known video are replaced by as many others, under the old time of change.
 */
class VideoIndexTest {
    @TempDir Path place;

    private Path folder;
    private Path index;

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectories(place.resolve("videos"));
        index = place.resolve("index");
    }

    /** What another process would see. */
    private VideoIndex anew() {
        return VideoIndex.in(index);
    }

    private Path video(String name, int pictures) {
        return TestVideos.write(folder.resolve(name), pictures);
    }

    /** Nothing can be decoded any more, and nothing shows it. */
    private static void spoil(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, time);
    }

    @Test
    void aKnownVideoIsNotDecodedAgainInThisProcessOrAnother() throws IOException {
        Path file = video("a b\tä.mp4", 40);
        VideoIndex first = anew();
        VideoInfo told = first.inspect(file);
        assertThat(told).isEqualTo(VideoClip.inspect(file));
        spoil(file);
        assertThat(first.inspect(file)).isEqualTo(told);
        assertThat(anew().inspect(file)).isEqualTo(told);
        assertThat(anew().open(file).frameCount()).isEqualTo(40);
    }

    @Test
    void itKnowsWhereDecodingCanBegin() {
        Path file = video("a.mp4", 40);
        anew().open(file);
        VideoClip known = anew().open(file);
        assertThat(known.frames(new int[] {39, 3}, 16))
                .isEqualTo(VideoClip.open(file).frames(new int[] {39, 3}, 16));
        FrameIndex index = VideoScan.of(file).index();
        FrameIndex read = FrameIndex.parse(index.text(1000), 40);
        for (int i = 0; i < 40; i++) {
            assertThat(read.keyBefore(i)).isEqualTo(index.keyBefore(i)).isNotNegative();
            assertThat(read.time(i)).isEqualTo(index.time(i));
        }
    }

    @Test
    void anIndexThatWouldBeTooLongIsLeftOut() {
        FrameIndex index = VideoScan.of(video("a.mp4", 40)).index();
        assertThat(FrameIndex.parse(index.text(5), 40).keyBefore(39)).isEqualTo(-1);
    }

    @Test
    void aVideoThatChangedIsDecodedAnew() throws IOException {
        Path file = video("a.mp4", 5);
        assertThat(anew().inspect(file).frameCount()).isEqualTo(5);
        video("a.mp4", 9);
        assertThat(anew().inspect(file).frameCount()).isEqualTo(9);
        spoil(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(5));
        assertThatThrownBy(() -> anew().open(file)).hasMessageContaining("is not a video");
    }

    @Test
    void aFaultIsKnownToo() throws IOException {
        Path whole = video("whole.mp4", 40);
        Path file = TestVideos.cut(whole, folder.resolve("cut.mp4"), 60);
        String message = messageOf(anew(), file);
        assertThat(message).contains("ends before the index (moov)");
        // Were it decoded again it would be no video at all.
        spoil(file);
        assertThat(messageOf(anew(), file)).isEqualTo(message);
    }

    private static String messageOf(VideoIndex index, Path file) {
        try {
            index.open(file);
        } catch (ClipException e) {
            assertThat(e.fault()).isEqualTo(ClipFault.TRUNCATED);
            return e.getMessage();
        }
        throw new AssertionError("was opened");
    }

    @Test
    void aFileThatBreaksOffIsToldOfAndNotOpened() throws Exception {
        Variants.Kind kind = Variants.Kind.of("matroska", "mkv", "ffv1", "yuv420p");
        Path whole = new Variants(folder).write(kind, Variants.CLIP, "whole.mkv", Map.of());
        Path cut = TestVideos.cut(whole, folder.resolve("cut.mkv"), 60);
        for (int i = 0; i < 2; i++) {
            assertThat(anew().inspect(cut).truncated()).isTrue();
            assertThatThrownBy(() -> anew().open(cut)).hasMessageContaining("ends after");
        }
    }

    @Test
    void whatMayBeMendedWithoutAChangeOfTheFileIsNotNoted() {
        Path missing = folder.resolve("none.mp4");
        assertThatThrownBy(() -> anew().open(missing)).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> anew().open(folder)).hasMessageContaining("not a regular file");
        assertThat(index).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 60, 100})
    void damageOfTheIndexCostsAnEntryAtMost(int percent) throws IOException {
        List<Path> files = List.of(video("a.mp4", 5), video("b.mp4", 6), video("c.mp4", 7));
        files.forEach(anew()::open);
        Path text = onlyFile();
        byte[] bytes = Files.readAllBytes(text);
        bytes[(bytes.length - 1) * percent / 100] ^= 0x15;
        Files.write(text, bytes);
        assertThat(files.stream().map(file -> anew().open(file).frameCount()))
                .containsExactly(5, 6, 7);
        byte[] half = Files.readAllBytes(text);
        Files.write(text, Arrays.copyOf(half, half.length * percent / 100));
        video("d.mp4", 8);
        assertThat(anew().open(folder.resolve("d.mp4")).frameCount()).isEqualTo(8);
        spoil(folder.resolve("d.mp4"));
        // Its line stands behind what was cut, and counts.
        assertThat(anew().open(folder.resolve("d.mp4")).frameCount()).isEqualTo(8);
        assertThat(files.stream().map(file -> anew().open(file).frameCount()))
                .containsExactly(5, 6, 7);
    }

    @Test
    void anEntryOfAnotherProcessIsSeenWithoutOpeningTheIndexAnew() throws IOException {
        VideoIndex one = anew();
        VideoIndex other = anew();
        Path a = video("a.mp4", 5);
        Path b = video("b.mp4", 6);
        one.open(a);
        other.open(b);
        spoil(a);
        spoil(b);
        assertThat(one.open(b).frameCount()).isEqualTo(6);
        assertThat(other.open(a).frameCount()).isEqualTo(5);
    }

    @Test
    void manyWritersLoseNothing() {
        List<Path> files =
                IntStream.range(0, 24).mapToObj(i -> video("v" + i + ".mp4", 2 + i)).toList();
        List<VideoIndex> writers = Stream.generate(this::anew).limit(4).toList();
        IntStream.range(0, 96).parallel().forEach(i -> writers.get(i % 4).open(files.get(i / 4)));
        files.forEach(
                file -> {
                    try {
                        spoil(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        VideoIndex reader = anew();
        assertThat(files.stream().map(file -> reader.open(file).frameCount()))
                .isEqualTo(IntStream.range(0, 24).mapToObj(i -> 2 + i).toList());
    }

    @Test
    void linesThatNoLongerCountAreDropped() throws IOException {
        Path file = video("a.mp4", 5);
        VideoIndex before = anew();
        before.open(file);
        Path text = onlyFile();
        String line = Files.readString(text).strip();
        Files.writeString(text, (line + "\n").repeat(1100), StandardOpenOption.APPEND);
        assertThat(anew().open(file).frameCount()).isEqualTo(5);
        assertThat(Files.readString(text, StandardCharsets.UTF_8).strip()).isEqualTo(line);
        // An object that has read the old file reads the new one from its beginning.
        Path other = video("b.mp4", 6);
        anew().open(other);
        spoil(other);
        assertThat(before.open(other).frameCount()).isEqualTo(6);
    }

    @Test
    void aFolderThatCannotBeWrittenCostsTimeAlone() throws IOException {
        Files.writeString(index, "a file where the folder should be");
        VideoIndex here = anew();
        Path file = video("a.mp4", 5);
        assertThat(here.open(file).frameCount()).isEqualTo(5);
        assertThat(here.notKept()).hasValueSatisfying(why -> assertThat(why).contains("index"));
        assertThat(here.open(file).frameCount()).isEqualTo(5);
        assertThat(VideoIndex.in(place.resolve("other")).notKept()).isEmpty();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> file.toString().endsWith(".videos")).findFirst().get();
        }
    }
}
