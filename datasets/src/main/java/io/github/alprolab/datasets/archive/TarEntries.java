package io.github.alprolab.datasets.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipEncoding;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdUtils;

/**
 * A tar as a stream, compressed or not. The library reads a single header; its stream of entries
 * would gather names of any length and compares no sums.
 */
final class TarEntries implements ArchiveEntries {
    private static final int BUFFER = 1 << 16;
    private static final ZipEncoding UTF_8 = ZipEncodingHelper.getZipEncoding("UTF-8");
    private static final String PATH = "path";
    private static final String SIZE = "size";
    private static final String SPARSE = "GNU.sparse.";

    private final TarRecords records;
    private final SeekableByteChannel file;
    private final Map<String, String> attributes = new HashMap<>();
    private TarEntry entry;
    private InputStream contents;

    private TarEntries(TarRecords records, SeekableByteChannel file) {
        this.records = records;
        this.file = file;
    }

    static TarEntries open(Path archive, ArchiveKind kind) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(archive);
        try {
            InputStream in = new BufferedInputStream(Channels.newInputStream(file), BUFFER);
            return new TarEntries(new TarRecords(unpacked(archive, kind, in), kind), file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static InputStream unpacked(Path archive, ArchiveKind kind, InputStream file)
            throws IOException {
        return switch (kind) {
            // The library's would gather the name in the gzip's header, however long.
            case TAR_GZ -> new GZIPInputStream(file, BUFFER);
            case TAR_ZST -> zstandard(archive, file);
            default -> file;
        };
    }

    private static InputStream zstandard(Path archive, InputStream file) throws IOException {
        if (!ZstdUtils.isZstdCompressionAvailable()) {
            throw new ArchiveException(
                    archive,
                    "is compressed by Zstandard, whose codec is not on the class path; add com.github.luben:zstd-jni or unpack it with: zstd -d");
        }
        return new ZstdCompressorInputStream(file);
    }

    @Override
    public boolean next() throws IOException {
        entry = null;
        attributes.clear();
        while (entry == null) {
            Optional<byte[]> header = records.header();
            if (header.isEmpty()) {
                return false;
            }
            read(new TarArchiveEntry(Map.of(), header.get(), UTF_8, true));
        }
        records.endDescription();
        return true;
    }

    private void read(TarArchiveEntry header) throws IOException {
        switch (header.getLinkFlag()) {
            case TarConstants.LF_GNUTYPE_LONGNAME ->
                    attributes.putIfAbsent(PATH, UTF_8.decode(withoutZeros(description(header))));
            case TarConstants.LF_GNUTYPE_LONGLINK -> description(header);
            case TarConstants.LF_PAX_EXTENDED_HEADER_LC, TarConstants.LF_PAX_EXTENDED_HEADER_UC ->
                    attributes.putAll(PaxAttributes.read(description(header)));
            case TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER ->
                    requireForNoEntry(PaxAttributes.read(description(header)));
            case TarEntry.VOLUME_LABEL -> beginUnlessEmpty(header);
            default -> begin(header);
        }
    }

    /** The label of a volume is nothing to unpack as long as it is only a name. */
    private void beginUnlessEmpty(TarArchiveEntry header) throws IOException {
        if (header.getSize() == 0) {
            description(header);
        } else {
            begin(header);
        }
    }

    private byte[] description(TarArchiveEntry header) throws IOException {
        return records.description(header.getSize());
    }

    private static byte[] withoutZeros(byte[] name) {
        int length = name.length;
        while (length > 0 && name[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(name, length);
    }

    private static void requireForNoEntry(Map<String, String> forAll) throws RefusedException {
        for (String key : forAll.keySet()) {
            if (key.equals(PATH) || key.equals(SIZE) || key.startsWith(SPARSE)) {
                throw new RefusedException(
                        "sets \"%s\" for all files at once; nothing was unpacked, get the archive from its publisher or unpack it by hand: tar -xf"
                                .formatted(key));
            }
        }
    }

    private void begin(TarArchiveEntry header) throws IOException {
        String path = attributes.getOrDefault(PATH, "");
        entry =
                new TarEntry(
                        header.getLinkFlag(),
                        path.isEmpty() ? header.getName() : path,
                        size(header),
                        attributes.keySet().stream().anyMatch(key -> key.startsWith(SPARSE)));
        contents = records.contents(entry.size());
    }

    private long size(TarArchiveEntry header) throws IOException {
        String size = attributes.getOrDefault(SIZE, "");
        if (!size.isEmpty() && !size.matches("\\d{1,18}")) {
            throw new IOException("an entry has the size of \"%s\" bytes".formatted(size));
        }
        return size.isEmpty() ? header.getSize() : Long.parseLong(size);
    }

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public String oddity() {
        return entry.oddity();
    }

    @Override
    public boolean folder() {
        return entry.folder();
    }

    @Override
    public long size() {
        return entry.size();
    }

    /** Of the entry's first byte in the tar, which is not compressed; before any is read. */
    long offset() {
        return records.at();
    }

    @Override
    public InputStream bytes() {
        return contents;
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    /** A tar has no sums of contents; one that is cut off fails while it is read. */
    @Override
    public void verify() {}

    @Override
    public void close() throws IOException {
        records.close();
    }
}
