package io.github.alprolab.dsl.record;

import java.io.IOException;
import java.io.OutputStream;

/** What fills a result file. */
@FunctionalInterface
public interface ResultContent {
    /**
     * Writes the whole content.
     *
     * @param out stays open; who gave it closes it
     * @throws IOException when writing fails; the file of before then stays as it was
     */
    void to(OutputStream out) throws IOException;
}
