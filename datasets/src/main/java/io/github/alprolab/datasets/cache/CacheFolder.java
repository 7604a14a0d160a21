package io.github.alprolab.datasets.cache;

import java.nio.file.Path;
import java.util.Map;

/** Where rendered clips, and what is known of videos, are kept unless a folder is named. */
public final class CacheFolder {
    private static final String VARIABLE = "ALPROLAB_CACHE";

    private CacheFolder() {}

    /** The folder of the environment variable, else one in the user's home. */
    public static Path standard() {
        return of(System.getenv(), System.getProperty("user.home"));
    }

    static Path of(Map<String, String> environment, String home) {
        String named = environment.getOrDefault(VARIABLE, "");
        return named.isBlank() ? Path.of(home, ".cache", "alprolab") : Path.of(named);
    }
}
