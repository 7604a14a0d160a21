package io.github.alprolab.datasets.readers;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens text files in UTF-8, with or without a byte order mark, and knows what is no text. */
final class TextFile {
    private static final int PICKLE = 0x80;
    private static final int LAST_PICKLE_PROTOCOL = 5;

    private TextFile() {}

    /** The bytes behind the byte order mark, if any. */
    static InputStream open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new AnnotationException(
                    file.toString(),
                    (Files.exists(file) ? "is not a regular file" : "does not exist")
                            + "; where each data set comes from is told by Datasets.list()");
        }
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(3);
            byte[] head = in.readNBytes(3);
            in.reset();
            requireText(file, head);
            if (head.length == 3
                    && at(head, 0) == 0xEF
                    && at(head, 1) == 0xBB
                    && at(head, 2) == 0xBF) {
                in.skipNBytes(3);
            }
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Characters; bytes that are not UTF-8 raise an exception instead of question marks. */
    static Reader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(open(file), StandardCharsets.UTF_8.newDecoder()));
    }

    private static int at(byte[] head, int index) {
        return head[index] & 0xff;
    }

    private static void requireText(Path file, byte[] head) {
        if (head.length == 0) {
            throw new AnnotationException(file.toString(), "is empty");
        }
        boolean pickle =
                head.length > 1 && at(head, 0) == PICKLE && at(head, 1) <= LAST_PICKLE_PROTOCOL;
        if (pickle || file.toString().matches("(?i).*\\.(pkl|pickle)")) {
            throw new AnnotationException(
                    file.toString(),
                    "is a pickled pandas frame; reading one runs the code inside it, so it is not read. Give the csv that WebVid publishes (videoid, contentUrl, duration, page_dir, name), or write one in Python: pandas.read_pickle(\"train.pkl\").to_csv(\"train.csv\") where you trust the file");
        }
        if (head.length > 1 && at(head, 0) == 0x1f && at(head, 1) == 0x8b) {
            throw new AnnotationException(
                    file.toString(), "is compressed; unpack it first: gunzip");
        }
    }
}
