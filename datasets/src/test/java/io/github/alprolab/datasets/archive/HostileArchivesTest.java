package io.github.alprolab.datasets.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each kind is refused by a sentence that names it, and leaves folder and surroundings alone. */
class HostileArchivesTest {
    @TempDir Path place;

    private record Hostile(Path archive, String says) {}

    private interface Maker {
        Path make(Path file) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> is_refused_and_the_folder_unchanged() throws IOException {
        return hostile().entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(), () -> refused(entry.getValue())));
    }

    private void refused(Hostile hostile) throws IOException {
        Path target = Files.createDirectories(place.resolve("data/msvd"));
        Files.writeString(target.resolve("mine.txt"), "mine");
        String before = contents(place);

        assertThatThrownBy(
                        () ->
                                Extraction.of(hostile.archive)
                                        .limits(new ArchiveLimits(50, 64L << 20, 100))
                                        .into(target))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(hostile.archive.toString())
                .hasMessageContaining(hostile.says);

        assertThat(contents(place)).isEqualTo(before);
    }

    private Map<String, Hostile> hostile() throws IOException {
        Map<String, Hostile> all = new LinkedHashMap<>();
        for (String name :
                new String[] {"../out.txt", "a/../../out.txt", "videos/..", "..", "./../out.txt"}) {
            all.put("tar, name " + name, tar(name, "leaves the folder"));
            all.put("zip, name " + name, zip(name, "leaves the folder"));
        }
        all.put("tar, absolute name", tar("/out.txt", "is an absolute path"));
        all.put("zip, absolute name", zip("/out.txt", "is an absolute path"));
        all.put("tar, backslashes", tar("..\\out.txt", "one of"));
        all.put("zip, drive", zip("C:\\out.txt", "one of"));
        all.put("zip, stream of NTFS", zip("a.txt:hidden", "one of"));
        all.put("tar, Windows device", tar("videos/NUL.mp4", "Windows device"));
        all.put("zip, Windows device", zip("com1", "Windows device"));
        all.put("tar, dot at the end", tar("a.txt.", "dot or space"));
        all.put("tar, control character", tar("a\u001b[2Jb.txt", "control character"));
        all.put("tar, symbolic link", link(TarConstants.LF_SYMLINK, "symbolic link"));
        all.put("tar, hard link", link(TarConstants.LF_LINK, "hard link"));
        all.put("tar, character device", link(TarConstants.LF_CHR, "device"));
        all.put("tar, block device", link(TarConstants.LF_BLK, "device"));
        all.put("tar, pipe", link(TarConstants.LF_FIFO, "device"));
        all.put("zip, symbolic link", zipMode(UnixStat.LINK_FLAG | 0777, "symbolic link"));
        all.put("zip, device", zipMode(0020000 | 0666, "special file"));
        all.put("tar, case collision", two("Video.avi", "video.avi", "only in case"));
        all.put("tar, Unicode collision", two("caf\u00e9.avi", "cafe\u0301.avi", "only in case"));
        all.put("tar, collision of folders", two("A/x.avi", "a/y.avi", "only in case"));
        all.put("tar, name twice", two("a.avi", "a.avi", "occurs twice"));
        all.put("tar, file and folder", two("a", "a/b.avi", "a file and a folder"));
        all.put("zip, name twice", zip("good.txt", "occurs twice"));
        all.put("zip, too many entries", many("50 entries allowed", "entries(500)"));
        all.put("zip, bomb by ratio", zeros(60, "100 times its own"));
        all.put("zip, too many bytes", zeros(70, "67,108,864 bytes allowed"));
        all.put("tar.gz, bomb in one file", bomb("100 times its own"));
        all.put("tar, too deep", tar("a/".repeat(40) + "b", "deeper"));
        all.put("tar, name too long", tar("a".repeat(300), "more than 255 bytes"));
        all.put("tar.gz, cut", made("damaged", f -> TestArchives.cut(good(f), 120), "tar.gz"));
        all.put("zip, changed byte", made("damaged", f -> TestArchives.damaged(good(f)), "zip"));
        all.put("tar, cut", made("so it was cut", HostileArchivesTest::halved, "tar"));
        all.put("no archive", made("is no zip", f -> Files.writeString(f, "text"), "zip"));
        all.put("in the way", made("exists in", f -> file(f, "mine.txt"), "tar"));
        return all;
    }

    private static Path file(Path file, String name) throws IOException {
        return TestArchives.tar(file, tar -> TestArchives.add(tar, name, "theirs"));
    }

    /** Two files of one record each, cut behind the first. */
    private static Path halved(Path file) throws IOException {
        TestArchives.tar(
                file,
                tar -> {
                    TestArchives.add(tar, "a.txt", "first");
                    TestArchives.add(tar, "b.txt", "second");
                });
        return TestArchives.cut(file, 1024);
    }

    private static Path good(Path file) throws IOException {
        String text = "words of no meaning " + Math.PI;
        return file.toString().endsWith("zip")
                ? TestArchives.zip(file, zip -> TestArchives.add(zip, "a.txt", text))
                : TestArchives.tar(file, tar -> TestArchives.add(tar, "a.txt", text));
    }

    private Hostile made(String says, Maker maker, String ending) throws IOException {
        int number;
        try (Stream<Path> files = Files.list(place)) {
            number = (int) files.count();
        }
        return new Hostile(maker.make(place.resolve("hostile" + number + "." + ending)), says);
    }

    private Hostile tar(String name, String says) throws IOException {
        return made(
                says,
                f ->
                        TestArchives.tar(
                                f,
                                tar -> {
                                    TestArchives.add(tar, "good.txt", "good");
                                    TestArchives.add(tar, name, "bad");
                                }),
                "tar");
    }

    private Hostile zip(String name, String says) throws IOException {
        return made(
                says,
                f ->
                        TestArchives.zip(
                                f,
                                zip -> {
                                    TestArchives.add(zip, "good.txt", "good");
                                    TestArchives.add(zip, name, "bad");
                                }),
                "zip");
    }

    private Hostile link(byte kind, String says) throws IOException {
        return made(
                says,
                f -> TestArchives.tar(f, tar -> TestArchives.link(tar, "a", "/etc", kind)),
                "tar");
    }

    private Hostile zipMode(int mode, String says) throws IOException {
        return made(
                says,
                f ->
                        TestArchives.zip(
                                f,
                                zip -> {
                                    ZipArchiveEntry entry = new ZipArchiveEntry("a");
                                    entry.setUnixMode(mode);
                                    zip.putArchiveEntry(entry);
                                    zip.write("/etc".getBytes());
                                    zip.closeArchiveEntry();
                                }),
                "zip");
    }

    private Hostile two(String first, String second, String says) throws IOException {
        return made(
                says,
                f ->
                        TestArchives.tar(
                                f,
                                tar -> {
                                    TestArchives.add(tar, first, "1");
                                    TestArchives.add(tar, second, "2");
                                }),
                "tar");
    }

    private Hostile many(String says, String advice) throws IOException {
        Hostile hostile =
                made(
                        says,
                        f ->
                                TestArchives.zip(
                                        f,
                                        zip -> {
                                            for (int i = 0; i < 51; i++) {
                                                TestArchives.add(zip, i + ".txt", "");
                                            }
                                        }),
                        "zip");
        assertThatThrownBy(
                        () ->
                                Extraction.of(hostile.archive)
                                        .limits(new ArchiveLimits(50, 1, 1))
                                        .into(place.resolve("other")))
                .hasMessageContaining(advice);
        return hostile;
    }

    private Hostile zeros(int mebibytes, String says) throws IOException {
        return made(
                says,
                f -> TestArchives.zip(f, zip -> TestArchives.zeros(zip, "zeros.bin", mebibytes)),
                "zip");
    }

    private Hostile bomb(String says) throws IOException {
        String megabyte = "0".repeat(1 << 20);
        return made(
                says,
                f ->
                        TestArchives.tar(
                                f,
                                tar -> {
                                    for (int i = 0; i < 40; i++) {
                                        TestArchives.add(tar, i + ".txt", megabyte);
                                    }
                                }),
                "tar.gz");
    }

    @Test
    void a_link_inside_the_target_is_not_followed() throws IOException {
        Path outside = Files.createDirectories(place.resolve("outside"));
        Path target = Files.createDirectories(place.resolve("target"));
        Files.createSymbolicLink(target.resolve("videos"), outside);
        Path archive = file(place.resolve("a.tar"), "videos/a.txt");
        String before = contents(place);

        assertThatThrownBy(() -> Extraction.of(archive).into(target))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("is a link");

        assertThat(contents(place)).isEqualTo(before);
    }

    /** Names, kinds and texts of everything below a folder. */
    private static String contents(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().map(HostileArchivesTest::line).collect(Collectors.joining("\n"));
        }
    }

    private static String line(Path path) {
        try {
            boolean text = path.toString().endsWith(".txt") && Files.isRegularFile(path);
            return path + " " + (text ? Files.readString(path) : "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
