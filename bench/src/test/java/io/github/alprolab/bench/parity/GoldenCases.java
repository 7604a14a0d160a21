package io.github.alprolab.bench.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The small golden cases that are kept with the tests. */
public final class GoldenCases {
    private GoldenCases() {}

    /** A case by the name of its folder. */
    public static ParityCase of(String name) {
        try {
            return ParityCase.read(folder(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its folder. */
    public static Path folder(String name) {
        try {
            return Path.of(GoldenCases.class.getResource("/parity/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
