package io.github.alprolab.datasets.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each kind is refused by a sentence that names it, and leaves folder and surroundings alone. */
class HostileArchivesTest {
    @TempDir Path place;

    @TestFactory
    Stream<DynamicTest> namesThatLeaveTheFolderAreRefused() {
        return Stream.of("../out.txt", "a/../../out.txt", "videos/..", "..", "./../out.txt")
                .flatMap(
                        name ->
                                Stream.of(
                                        tar(name, "leaves the folder", name),
                                        zip(name, "leaves the folder", name)));
    }

    @TestFactory
    Stream<DynamicTest> namesThatSomeSystemCannotHoldAreRefused() {
        return Stream.of(
                tar("absolute name", "is an absolute path", "/out.txt"),
                zip("absolute name", "is an absolute path", "/out.txt"),
                tar("backslashes", "one of", "..\\out.txt"),
                zip("drive", "one of", "C:\\out.txt"),
                zip("stream of NTFS", "one of", "a.txt:hidden"),
                tar("Windows device", "Windows device", "videos/NUL.mp4"),
                zip("Windows device", "Windows device", "com1"),
                tar("dot at the end", "dot or space", "a.txt."),
                tar("control character", "control character", "a\u001b[2Jb.txt"),
                tar("too deep", "deeper", "a/".repeat(40) + "b"),
                tar("too long", "more than 255 bytes", "a".repeat(300)));
    }

    @TestFactory
    Stream<DynamicTest> namesThatCollideAreRefused() {
        return Stream.of(
                tar("case", "only in case", "Video.avi", "video.avi"),
                tar("Unicode", "only in case", "caf\u00e9.avi", "cafe\u0301.avi"),
                tar("case of folders", "only in case", "A/x.avi", "a/y.avi"),
                tar("name twice", "occurs twice", "a.avi", "a.avi"),
                zip("name twice", "occurs twice", "a.avi", "a.avi"),
                tar("file and folder", "a file and a folder", "a", "a/b.avi"),
                tar("in the way", "exists in", "mine.txt"));
    }

    @TestFactory
    Stream<DynamicTest> linksAndDevicesAreRefused() {
        return Stream.of(
                link("symbolic link", TarConstants.LF_SYMLINK, "symbolic link"),
                link("hard link", TarConstants.LF_LINK, "hard link"),
                link("character device", TarConstants.LF_CHR, "device"),
                link("block device", TarConstants.LF_BLK, "device"),
                link("pipe", TarConstants.LF_FIFO, "device"),
                zipMode("symbolic link", UnixStat.LINK_FLAG | 0777, "symbolic link"),
                zipMode("device", 0020000 | 0666, "special file"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsAboveTheLimitsIsRefused() {
        String megabyte = "0".repeat(1 << 20);
        return Stream.of(
                made("entries", "zip", HostileArchivesTest::many, "50 entries allowed"),
                made("ratio", "zip", file -> zeros(file, 60), "100 times its own"),
                made("bytes", "zip", file -> zeros(file, 70), "67,108,864 bytes allowed"),
                made(
                        "ratio",
                        "tar.gz",
                        file ->
                                TestArchives.tar(
                                        file,
                                        tar -> {
                                            for (int i = 0; i < 40; i++) {
                                                TestArchives.add(tar, i + ".txt", megabyte);
                                            }
                                        }),
                        "100 times its own"));
    }

    @TestFactory
    Stream<DynamicTest> aZipThatIsDamagedOrEmptyIsRefused() {
        String text = "words of no meaning " + Math.PI;
        return Stream.of(
                made(
                        "changed byte",
                        "zip",
                        file ->
                                TestArchives.damaged(
                                        TestArchives.zip(
                                                file, zip -> TestArchives.add(zip, "a.txt", text))),
                        "damaged"),
                made("empty", "zip", file -> TestArchives.zip(file, zip -> {}), "holds no file"),
                made("no archive", "zip", file -> Files.writeString(file, "text"), "is no zip"));
    }

    @Test
    void aBrokenLimitTellsTheCallThatRaisesIt() throws IOException {
        Path archive = many(place.resolve("many.zip"));
        assertThatThrownBy(
                        () ->
                                Extraction.of(archive)
                                        .limits(new ArchiveLimits(50, 1, 1))
                                        .into(place.resolve("other")))
                .hasMessageContaining("entries(500)");
    }

    @Test
    void aLinkInsideTheTargetIsNotFollowed() throws IOException {
        Path outside = Files.createDirectories(place.resolve("outside"));
        Path target = Files.createDirectories(place.resolve("target"));
        Files.createSymbolicLink(target.resolve("videos"), outside);
        Path archive = new RawTar().file("videos/a.txt", "a").end().write(place.resolve("a.tar"));
        String before = Refusal.contents(place);

        assertThatThrownBy(() -> Extraction.of(archive).into(target))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("is a link");

        assertThat(Refusal.contents(place)).isEqualTo(before);
    }

    private DynamicTest made(String what, String ending, Refusal.Maker maker, String says) {
        return Refusal.test(ending + ", " + what, place, ending, maker, says);
    }

    private DynamicTest tar(String what, String says, String... names) {
        return made(
                what,
                "tar",
                file ->
                        TestArchives.tar(
                                file,
                                tar -> {
                                    for (String name : names) {
                                        TestArchives.add(tar, name, "theirs");
                                    }
                                }),
                says);
    }

    private DynamicTest zip(String what, String says, String... names) {
        return made(
                what,
                "zip",
                file ->
                        TestArchives.zip(
                                file,
                                zip -> {
                                    for (String name : names) {
                                        TestArchives.add(zip, name, "theirs");
                                    }
                                }),
                says);
    }

    private DynamicTest link(String what, byte kind, String says) {
        return made(
                what,
                "tar",
                file -> TestArchives.tar(file, tar -> TestArchives.link(tar, "a", "/etc", kind)),
                says);
    }

    private DynamicTest zipMode(String what, int mode, String says) {
        return made(
                what,
                "zip",
                file -> TestArchives.zip(file, zip -> TestArchives.mode(zip, "a", mode)),
                says);
    }

    private static Path many(Path file) throws IOException {
        return TestArchives.zip(
                file,
                zip -> {
                    for (int i = 0; i < 51; i++) {
                        TestArchives.add(zip, i + ".txt", "");
                    }
                });
    }

    private static Path zeros(Path file, int mebibytes) throws IOException {
        return TestArchives.zip(file, zip -> TestArchives.zeros(zip, "zeros.bin", mebibytes));
    }
}
