package io.github.alprolab.datasets.sprites;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The picture archive that Maven resolves into this jar, read in memory and under limits. */
final class SpriteArchive implements AutoCloseable {
    private static final String RESOURCE = "emoji-google.aar";
    private static final String STRIP = "res/drawable-nodpi-v4/emoji_google_sheet_%d.png";
    private static final int LARGEST_ARCHIVE = 16 << 20;
    private static final int LARGEST_STRIP = 4 << 20;

    private final ZipFile zip;

    private SpriteArchive(ZipFile zip) {
        this.zip = zip;
    }

    static SpriteArchive open() {
        try (InputStream in = SpriteArchive.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        RESOURCE
                                + " is missing from the jar: build the module datasets with Maven");
            }
            byte[] bytes = bounded(in, LARGEST_ARCHIVE, RESOURCE);
            return new SpriteArchive(
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                            .get());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is not a readable archive", e);
        }
    }

    /** The strip with this number, as a PNG file. */
    byte[] strip(int column) {
        String name = String.format(Locale.ROOT, STRIP, column);
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalStateException(RESOURCE + " holds no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return bounded(in, LARGEST_STRIP, name);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + ": " + name + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be closed", e);
        }
    }

    private static byte[] bounded(InputStream in, int limit, String name) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new IOException(name + " is larger than the limit of " + limit + " bytes");
        }
        return bytes;
    }
}
