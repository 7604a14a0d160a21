package io.github.alprolab.datasets;

import java.nio.file.Path;

/** Where rendered clips are kept unless a folder is named. */
final class CacheFolder {
    private static final String VARIABLE = "ALPROLAB_CACHE";

    private CacheFolder() {}

    /** The folder of the environment variable, else one in the user's home. */
    static Path standard() {
        String named = System.getenv(VARIABLE);
        return named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "alprolab")
                : Path.of(named);
    }
}
