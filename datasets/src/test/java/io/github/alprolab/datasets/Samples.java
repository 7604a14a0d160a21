package io.github.alprolab.datasets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of others that may not be kept with the project, because nobody has said that they may be
 * copied. Who has some names their folder by the variable {@value #VARIABLE}; tests of them are
 * skipped elsewhere.
 */
public final class Samples {
    private static final String VARIABLE = "ALPROLAB_SAMPLES";

    private Samples() {}

    /**
     * A folder or file below the named one.
     *
     * @param name {@code annotations} or {@code clips}, or a file in one of them
     */
    public static Path require(String name) {
        String folder = System.getenv().getOrDefault(VARIABLE, "");
        assumeTrue(!folder.isBlank(), "skipped: " + VARIABLE + " names no folder of samples");
        Path sample = Path.of(folder, name);
        assumeTrue(Files.exists(sample), "skipped: there is no " + sample);
        return sample;
    }
}
