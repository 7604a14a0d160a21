package io.github.alprolab.datasets.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tars that are cut, damaged or built to deceive are refused in words; odd good ones unpack. */
class TarFaultsTest {
    private static final long TWO_GIB = 1L << 31;
    private static final String NO_END = "without the zeros that end a tar";

    @TempDir Path place;

    private static RawTar two() {
        return new RawTar().file("a.txt", "first").file("b.txt", "second");
    }

    private DynamicTest tar(String what, RawTar tar, String... says) {
        return Refusal.test(what, place, "tar.gz", tar::write, says);
    }

    private DynamicTest bytes(String what, String ending, byte[] bytes, String... says) {
        return Refusal.test(what, place, ending, file -> Files.write(file, bytes), says);
    }

    private static byte[] joined(byte[]... parts) {
        int length = Stream.of(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    @TestFactory
    Stream<DynamicTest> aHeaderThatAnnouncesGigabytesOfNameIsRefused() {
        return Stream.of('L', 'K', 'x', 'g', 'X')
                .map(
                        type ->
                                tar(
                                        "type " + type,
                                        new RawTar().header(type, "long", TWO_GIB),
                                        "announces 2,147,483,648 bytes of name or attributes"));
    }

    @TestFactory
    Stream<DynamicTest> endlessHeadersBeforeOneEntryAreRefused() {
        RawTar tar = new RawTar();
        for (int i = 0; i < 1100; i++) {
            tar.pax('x', "comment" + i, "0".repeat(1000));
        }
        return Stream.of(tar("headers", tar.file("a.txt", "a").end(), "name or attributes"));
    }

    @Test
    void noMoreThanAMebibyteOfALongNameIsEverRead() throws IOException {
        RawTar header = new RawTar().header('L', "long", 1 << 19).zeros(1 << 19);
        try (TarRecords tar =
                new TarRecords(new EndlessTar(header.bytes(), 2 << 20), ArchiveKind.TAR)) {
            assertThatThrownBy(
                            () -> {
                                while (tar.header().isPresent()) {
                                    tar.description(1 << 19);
                                }
                            })
                    .hasMessageContaining("name or attributes");
        }
    }

    /** The same bytes over and over; reading more than a number of them is an error. */
    private static final class EndlessTar extends InputStream {
        private final byte[] bytes;
        private final int most;
        private int at;

        EndlessTar(byte[] bytes, int most) {
            this.bytes = bytes;
            this.most = most;
        }

        @Override
        public int read() {
            assertThat(at).isLessThan(most);
            return bytes[at++ % bytes.length] & 0xff;
        }
    }

    @TestFactory
    Stream<DynamicTest> aTarWithoutItsEndWasCut() throws IOException {
        byte[] first = new RawTar().file("a.txt", "first").bytes();
        return Stream.of(
                bytes("between members", "tar.gz", RawTar.gzipped(first), "was cut", NO_END),
                bytes("without end record", "tar.gz", two().gzipped(), "was cut", NO_END),
                bytes("without end record", "tar", two().bytes(), "was cut", NO_END),
                bytes("without end record", "tar.zst", zstandard(two()), "was cut", NO_END),
                bytes("between entries", "tar", cut(two().end().bytes(), 1024), "was cut", NO_END),
                bytes("in an entry", "tar", cut(two().bytes(), 520), "was cut", "fetch it again"),
                bytes("in a header", "tar", cut(two().bytes(), 1100), "was cut"),
                tar("in a header, whole gzip", new RawTar().file("a", "a").text("b.t"), "was cut"),
                tar("in an entry, whole gzip", new RawTar().header('0', "a", 9), "was cut"),
                tar("in a huge entry", new RawTar().header('0', "a", 1 << 20).zeros(9), "was cut"),
                tar("in a long name", new RawTar().header('L', "a", 900).text("b"), "was cut"));
    }

    private static byte[] zstandard(RawTar tar) throws IOException {
        var packed = new java.io.ByteArrayOutputStream();
        try (var out = new ZstdCompressorOutputStream(packed)) {
            out.write(tar.bytes());
        }
        return packed.toByteArray();
    }

    @TestFactory
    Stream<DynamicTest> aGzipThatIsCutAnywhereWasCut() {
        byte[] whole = two().end().gzipped();
        return Stream.of(3, 12, 40, whole.length / 2, whole.length - 8, whole.length - 1)
                .map(
                        length ->
                                bytes(
                                        "after %d of %d bytes".formatted(length, whole.length),
                                        "tar.gz",
                                        cut(whole, length),
                                        "was cut",
                                        "fetch it again"));
    }

    @TestFactory
    Stream<DynamicTest> aChangedByteOfAHeaderIsDamage() {
        byte[] changed = new RawTar().file("video1.mp4", "v").file("b.txt", "b").end().bytes();
        changed[0] = 'w';
        byte[] second = two().end().bytes();
        second[1024 + 124] = '7';
        return Stream.of(
                bytes("a name", "tar.gz", RawTar.gzipped(changed), "is damaged", "another sum"),
                bytes("a name", "tar", changed, "is damaged", "header at byte 0"),
                bytes("a size", "tar", second, "is damaged", "header at byte 1,024"));
    }

    @TestFactory
    Stream<DynamicTest> anAbsoluteNameIsRefusedHoweverItIsTold() {
        return Stream.of(
                tar("plain", new RawTar().file("/abs.txt", "a").end(), "is an absolute path"),
                tar(
                        "pax",
                        new RawTar().pax('x', "path", "/abs.txt").file("a", "a").end(),
                        "\"/abs.txt\" is an absolute path"),
                tar(
                        "GNU",
                        new RawTar().entry('L', "long", "/abs.txt\0").file("a", "a").end(),
                        "\"/abs.txt\" is an absolute path"),
                tar(
                        "for all files",
                        new RawTar().pax('g', "path", "/abs.txt").file("a", "a").end(),
                        "sets \"path\" for all files"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNeitherFileNorFolderIsRefusedByItsKind() {
        return Stream.of(
                tar("M", new RawTar().entry('M', "a", "a").end(), "the rest of a file"),
                tar("V", new RawTar().entry('V', "a", "a").end(), "a volume label with contents"),
                tar("Q", new RawTar().entry('Q', "a", "a").end(), "of the unknown type \"Q\""),
                tar("N", new RawTar().entry('N', "a", "a").end(), "of the unknown type \"N\""),
                tar("D", new RawTar().entry('D', "a", "a").end(), "the list of a folder"),
                tar("S", new RawTar().entry('S', "a", "a").end(), "a sparse file"),
                tar("control", new RawTar().entry('\u0007', "a", "a").end(), "unknown type \"?\""),
                tar(
                        "sparse by pax",
                        new RawTar().pax('x', "GNU.sparse.major", "1").file("a", "a").end(),
                        "a sparse file"),
                tar("folder", new RawTar().entry('5', "a/", "a").end(), "a folder with contents"),
                tar("as file", new RawTar().entry('0', "a/", "a").end(), "a folder with contents"));
    }

    @TestFactory
    Stream<DynamicTest> attributesThatMakeNoSenseAreDamage() {
        return Stream.of(
                tar("no length", new RawTar().entry('x', "p", "a=b\n").end(), "attributes"),
                tar("too long", new RawTar().entry('x', "p", "99 a=b\n").end(), "attributes"),
                tar("too short", new RawTar().entry('x', "p", "2 a=b\n").end(), "attributes"),
                tar("huge", new RawTar().entry('x', "p", "4294967303 a=b\n").end(), "attributes"),
                tar("no value", new RawTar().entry('x', "p", "4 a\n").end(), "attributes"),
                tar(
                        "negative size",
                        new RawTar().pax('x', "size", "-1").file("a", "a").end(),
                        "size of \"-1\" bytes"));
    }

    @TestFactory
    Stream<DynamicTest> oneCompressedFileIsNoArchive() throws IOException {
        String captions = "{\"video1\": [\"a dog runs\"]}";
        byte[] zst = zstandard(new RawTar().text(captions));
        String[] says = {
            "one compressed file, not an archive", "begins with \"{\"video1\": [\"a d"
        };
        return Stream.of(
                tar("captions", new RawTar().text(captions.repeat(99)), says),
                tar("short captions", new RawTar().text(captions), says),
                bytes("advice", "gz", RawTar.gzipped(captions.getBytes()), "gunzip -k"),
                bytes("captions", "json.zst", zst, "one compressed file", "zstd -d"),
                tar("control characters", new RawTar().text("\u001b[2J"), "begins with \"?[2J\""));
    }

    @TestFactory
    Stream<DynamicTest> whatHoldsNothingIsRefused() {
        return Stream.of(
                tar("gzip of nothing", new RawTar(), "holds no file"),
                tar("tar of nothing", new RawTar().end(), "holds no file"),
                tar("folders alone", new RawTar().entry('5', "a/", "").end(), "holds no file"),
                bytes("no byte", "tar.gz", new byte[0], "is empty"),
                bytes("gzip's first bytes", "tar.gz", new byte[] {0x1f, (byte) 0x8b}, "was cut"));
    }

    @TestFactory
    Stream<DynamicTest> whatFollowsTheEndIsToldAsSuch() {
        byte[] whole = two().end().bytes();
        return Stream.of(
                tar("text", two().end().text("more"), "goes on behind its end", "2,560"),
                bytes("text", "tar", joined(whole, "more".getBytes()), "goes on behind its end"),
                bytes(
                        "a second archive",
                        "tar.gz",
                        joined(two().end().gzipped(), two().end().gzipped()),
                        "goes on behind its end",
                        "joined"),
                tar("zeros without end", two().end().zeros(17 << 20), "goes on behind its end"));
    }

    @Test
    void oddButGoodTarsUnpack() throws IOException {
        String dots = "d/".repeat(20);
        RawTar tar =
                new RawTar()
                        .pax('g', "comment", "of git")
                        .entry('V', "label", "")
                        .file("a.txt", "plain")
                        .entry('7', "b.txt", "contiguous")
                        .entry('\0', "c.txt", "old")
                        .entry('L', "long", dots + "e.txt\0")
                        .file("short", "GNU")
                        .pax('x', "path", dots + "caf\u00e9.txt")
                        .file("short", "pax")
                        .pax('x', "path", "")
                        .file("d.txt", "no other name")
                        .pax('x', "size", "3")
                        .header('0', "f.txt", 0)
                        .text("six")
                        .zeros(509)
                        .zeros(512);
        Path target = place.resolve("to");

        Extracted extracted = Extraction.of(tar.write(place.resolve("a.tar.gz"))).into(target);

        assertThat(extracted.files()).isEqualTo(7);
        assertThat(target.resolve("a.txt")).hasContent("plain");
        assertThat(target.resolve("b.txt")).hasContent("contiguous");
        assertThat(target.resolve("c.txt")).hasContent("old");
        assertThat(target.resolve(dots + "e.txt")).hasContent("GNU");
        assertThat(target.resolve(dots + "caf\u00e9.txt")).hasContent("pax");
        assertThat(target.resolve("d.txt")).hasContent("no other name");
        assertThat(target.resolve("f.txt")).hasContent("six");
    }

    @Test
    void aGzipOfSeveralMembersIsOneArchive() throws IOException {
        byte[] whole = two().end().zeros(8192).bytes();
        byte[][] members = new byte[whole.length / 100 + 1][];
        for (int i = 0; i < members.length; i++) {
            members[i] =
                    RawTar.gzipped(
                            Arrays.copyOfRange(
                                    whole, 100 * i, Math.min(100 * i + 100, whole.length)));
        }
        Path archive = Files.write(place.resolve("a.tar.gz"), joined(members));
        assertThat(Extraction.of(archive).into(place.resolve("to")).files()).isEqualTo(2);
    }
}
