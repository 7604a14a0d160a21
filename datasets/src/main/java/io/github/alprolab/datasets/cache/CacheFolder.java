package io.github.alprolab.datasets.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where rendered clips, decoded frames, and what is known of videos, are kept unless a folder is
 * named. The folder may be one that a class shares and nobody in it may write: what is there is
 * read, what is missing is kept in the user's own.
 */
public final class CacheFolder {
    private static final String VARIABLE = "ALPROLAB_CACHE";

    private CacheFolder() {}

    /** The folder of the environment variable, else one in the user's home. */
    public static Path standard() {
        return of(System.getenv(), System.getProperty("user.home"));
    }

    static Path of(Map<String, String> environment, String home) {
        String named = environment.getOrDefault(VARIABLE, "");
        return named.isBlank() ? own(home) : Path.of(named);
    }

    private static Path own(String home) {
        return Path.of(home, ".cache", "alprolab");
    }

    /**
     * Where what is missing in a folder of a cache is kept: there, or below the user's own cache
     * where it may only be read.
     *
     * @param cache holds the folder
     * @param folder its name below the cache, which is that below the user's own
     */
    public static Path kept(Path cache, Path folder) {
        Path there = cache.resolve(folder);
        return readOnly(there) ? own(System.getProperty("user.home")).resolve(folder) : there;
    }

    /** Whether this is, or would be made in, a folder that this user may not write. */
    static boolean readOnly(Path folder) {
        Path there = folder.toAbsolutePath();
        while (Files.notExists(there)) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && !Files.isWritable(there);
    }
}
