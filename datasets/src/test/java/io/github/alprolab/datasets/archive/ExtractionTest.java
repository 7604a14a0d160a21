package io.github.alprolab.datasets.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionTest {
    @TempDir Path place;

    private Path archive(String name) throws IOException {
        Path file = place.resolve(name);
        return name.endsWith("zip")
                ? TestArchives.zip(
                        file,
                        zip -> {
                            TestArchives.add(zip, "videos/", "");
                            TestArchives.add(zip, "videos/-4ws PC_5_15.avi", "first");
                            TestArchives.add(zip, "café.txt", "second");
                        })
                : TestArchives.tar(
                        file,
                        tar -> {
                            TestArchives.add(tar, "./", "");
                            TestArchives.add(tar, "./videos/-4ws PC_5_15.avi", "first");
                            TestArchives.add(tar, "café.txt", "second");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.tar.zst", "misnamed.zip"})
    void unpacksEveryKind(String name) throws IOException {
        Path archive = archive(name.equals("misnamed.zip") ? "a.tar" : name);
        if (name.equals("misnamed.zip")) {
            archive = Files.move(archive, place.resolve(name));
        }

        Extracted extracted = Extraction.of(archive).into(place.resolve("new/folder"));

        assertThat(extracted.files()).isEqualTo(2);
        assertThat(extracted.bytes()).isEqualTo(11);
        assertThat(extracted.folder().resolve("videos/-4ws PC_5_15.avi")).hasContent("first");
        assertThat(extracted.folder().resolve("café.txt")).hasContent("second");
        try (Stream<Path> left = Files.list(place.resolve("new"))) {
            assertThat(left).containsExactly(place.resolve("new/folder"));
        }
    }

    @Test
    void tellsOfProgressOnceAFile() throws IOException {
        List<String> heard = new ArrayList<>();
        Extraction.of(archive("a.tar"))
                .into(
                        place.resolve("to"),
                        (files, bytes, share, name) -> heard.add(files + " " + name));
        assertThat(heard).containsExactly("1 videos/-4ws PC_5_15.avi", "2 café.txt");
    }

    @Test
    void unpackingTwiceChangesNothing() throws IOException {
        Path archive = archive("a.zip");
        Extraction.of(archive).into(place.resolve("to"));
        assertThat(Extraction.of(archive).into(place.resolve("to")).files()).isEqualTo(2);
        assertThat(place.resolve("to/café.txt")).hasContent("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar.gz"})
    void aStoppedRunLeavesTheTargetAloneAndGoesOnWhereItWas(String name) throws IOException {
        Path archive = archive(name);
        Path target = place.resolve("to");
        Extraction extraction = Extraction.of(archive);

        assertThatThrownBy(
                        () ->
                                extraction.into(
                                        target, (files, bytes, share, entry) -> stopAfter(files)))
                .hasMessage("stopped");
        assertThat(target).doesNotExist();

        Extracted extracted = extraction.into(target);
        assertThat(extracted.files()).isEqualTo(2);
        assertThat(extracted.resumed()).isEqualTo(1);
        assertThat(target.resolve("videos/-4ws PC_5_15.avi")).hasContent("first");
        try (Stream<Path> left = Files.list(place)) {
            assertThat(left).containsExactlyInAnyOrder(archive, target);
        }
    }

    private static void stopAfter(long files) {
        if (files == 1) {
            throw new IllegalStateException("stopped");
        }
    }

    @Test
    void aLineOfTheJournalThatACrashHasCutDoesNotCount() throws IOException {
        Path archive = archive("a.tar");
        Path target = place.resolve("to");
        assertThatThrownBy(
                () ->
                        Extraction.of(archive)
                                .into(target, (files, bytes, share, entry) -> stopAfter(files)));
        Path staging = place.resolve(".to-unpacking");
        Files.writeString(staging.resolve("files/café.txt"), "seco");
        Files.writeString(staging.resolve("journal"), "4\tcafé.txt", StandardOpenOption.APPEND);

        assertThat(Extraction.of(archive).into(target).resumed()).isEqualTo(1);
        assertThat(target.resolve("café.txt")).hasContent("second");
    }

    @Test
    void anotherArchiveDoesNotTakeOverWhatTheFirstLeft() throws IOException {
        Path target = place.resolve("to");
        assertThatThrownBy(
                () ->
                        Extraction.of(archive("a.tar"))
                                .into(target, (files, bytes, share, entry) -> stopAfter(files)));
        Path other =
                TestArchives.tar(
                        place.resolve("b.tar"),
                        tar -> TestArchives.add(tar, "videos/-4ws PC_5_15.avi", "other"));

        Extracted extracted = Extraction.of(other).into(target);

        assertThat(extracted.resumed()).isZero();
        assertThat(target.resolve("videos/-4ws PC_5_15.avi")).hasContent("other");
    }

    @Test
    void aFolderThatIsNewAppearsByOneMoveWithAllThatItHolds() throws IOException {
        Path archive =
                new RawTar()
                        .file("a.txt", "first")
                        .entry('5', "empty/", "")
                        .end()
                        .write(place.resolve("a.tar"));
        Path target = place.resolve("to");
        List<Object> grown = new ArrayList<>();

        Extraction.of(archive)
                .into(
                        target,
                        (files, bytes, share, name) ->
                                grown.add(key(place.resolve(".to-unpacking/files"))));

        assertThat(grown).hasSize(2).containsOnly(key(target));
        assertThat(target.resolve("empty")).isEmptyDirectory();
        assertThat(target.resolve("a.txt")).hasContent("first");
    }

    /** What stays the same when a folder is moved. */
    private static Object key(Path folder) {
        try {
            return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anUnchangedArchiveIsUnpackedBesideItselfOnce() throws IOException {
        Path archive = archive("a.tar.gz");
        List<String> heard = new ArrayList<>();
        ArchiveProgress progress = (files, bytes, share, name) -> heard.add(name);

        Path folder = Extraction.of(archive).beside(progress);
        assertThat(folder).hasParent(place);
        assertThat(folder.getFileName().toString()).startsWith("a.tar.gz-unpacked-");
        assertThat(folder.resolve("café.txt")).hasContent("second");
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(Extraction.of(archive).beside(progress)).isEqualTo(folder);
        assertThat(heard).hasSize(2);

        Files.setLastModifiedTime(archive, FileTime.fromMillis(1000));
        Path again = Extraction.of(archive).beside(progress);
        assertThat(again).isNotEqualTo(folder);
        assertThat(again.resolve("café.txt")).hasContent("second");
        assertThat(folder.resolve("mine.txt")).hasContent("mine");
        assertThat(heard).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void unpackingBesideThatIsStoppedLeavesNoFolderThatLooksWhole(int files) throws IOException {
        Path archive = archive("a.tar");
        Extraction extraction = Extraction.of(archive);
        assertThatThrownBy(
                        () ->
                                extraction.beside(
                                        (done, bytes, share, entry) -> stopAfter(done + 1 - files)))
                .hasMessage("stopped");
        try (Stream<Path> left = Files.list(place)) {
            assertThat(left).noneMatch(f -> f.getFileName().toString().startsWith("a.tar-"));
        }
        assertThat(extraction.beside(ArchiveProgress.silent()).resolve("café.txt"))
                .hasContent("second");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldWithWhatToDo() throws IOException {
        Path archive = archive("a.zip");
        Path file = Files.writeString(place.resolve("file"), "");
        assertThatThrownBy(() -> Extraction.of(archive).into(file.resolve("to")))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContainingAll(
                        "cannot be unpacked into " + file.resolve("to"), "room", "another place");
    }

    @Test
    void progressTellsTheShareOfTheArchiveThatWasRead() throws IOException {
        for (String name : List.of("a.zip", "a.tar", "a.tar.gz")) {
            List<Double> shares = new ArrayList<>();
            Extraction.of(archive(name))
                    .into(
                            place.resolve("to-" + name),
                            (files, bytes, share, entry) -> shares.add(share));
            assertThat(shares).isSorted().allMatch(share -> share > 0 && share <= 1);
        }
    }

    @Test
    void aNameInAGzipHeaderIsNotGathered() throws IOException {
        byte[] gzip = new RawTar().file("a.txt", "a").end().gzipped();
        gzip[3] = 8;
        Path archive = place.resolve("a.tar.gz");
        try (OutputStream out = Files.newOutputStream(archive)) {
            out.write(gzip, 0, 10);
            out.write("n".repeat(16 << 20).getBytes(StandardCharsets.UTF_8));
            out.write(0);
            out.write(gzip, 10, gzip.length - 10);
        }
        Extraction.of(archive("warm.tar.gz")).into(place.resolve("warm"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(Extraction.of(archive).into(place.resolve("to")).files()).isEqualTo(1);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
    }

    @Test
    void anInterruptedThreadStopsBetweenBuffers() throws IOException {
        Path archive = archive("a.tar");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Extraction.of(archive).into(place.resolve("to")))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("run again to go on");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(place.resolve("to")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tar.gz", "a.zip"})
    void anInterruptKeepsWhatWasUnpackedWhereverItArrives(String name) throws IOException {
        String large =
                new Random(1)
                        .ints(300_000, 'a', 'z')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        Path archive =
                name.equals("a.zip")
                        ? TestArchives.zip(
                                place.resolve(name),
                                zip -> {
                                    TestArchives.add(zip, "a.txt", large);
                                    TestArchives.add(zip, "b.txt", large);
                                    TestArchives.add(zip, "c.txt", large);
                                })
                        : new RawTar()
                                .file("a.txt", large)
                                .file("b.txt", large)
                                .file("c.txt", large)
                                .end()
                                .write(place.resolve(name));
        Path target = place.resolve("to");
        Extraction extraction = Extraction.of(archive);
        assertThatThrownBy(
                () ->
                        extraction.into(
                                target, (files, bytes, share, entry) -> stopAfter(files - 1)));
        try {
            assertThatThrownBy(
                            () ->
                                    extraction.into(
                                            target,
                                            (files, bytes, share, entry) ->
                                                    Thread.currentThread().interrupt()))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContainingAll("interrupted", "run again to go on");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(extraction.into(target).resumed()).isEqualTo(2);
        assertThat(target.resolve("c.txt")).hasContent(large);
    }

    @Test
    void aSecondProcessWaits() throws IOException {
        Path archive = archive("a.tar");
        assertThatThrownBy(
                        () ->
                                Extraction.of(archive)
                                        .into(
                                                place.resolve("to"),
                                                (files, bytes, share, name) ->
                                                        Extraction.of(archive)
                                                                .into(place.resolve("to"))))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("by another process");
    }

    @Test
    void theSumIsComparedBeforeAnythingIsWritten() throws IOException {
        Path file = Files.writeString(place.resolve("abc.zip"), "abc");
        String md5 = "900150983cd24fb0d6963f7d28e17f72";
        String sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        Checksum.md5(md5).verify(file);
        Checksum.sha256(sha.toUpperCase(java.util.Locale.ROOT)).verify(file);
        assertThatThrownBy(
                        () ->
                                Extraction.of(archive("a.tar"))
                                        .checksum(Checksum.md5(md5))
                                        .into(place.resolve("to")))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("should be " + md5);
        assertThat(place.resolve("to")).doesNotExist();
        assertThatThrownBy(() -> Checksum.md5(sha)).hasMessageContaining("32 digits");
    }
}
