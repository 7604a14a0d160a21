package io.github.alprolab.dsl.record;

import java.io.IOException;
import java.io.OutputStream;

/** What fills a result file. */
@FunctionalInterface
public interface ResultContent {
    void to(OutputStream out) throws IOException;
}
