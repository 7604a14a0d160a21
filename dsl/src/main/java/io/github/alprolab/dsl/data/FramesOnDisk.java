package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.cache.CacheFolder;
import io.github.alprolab.datasets.cache.DiskFrameCache;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A cache of frames on disk below one in memory; the folder is opened when it is first needed. */
public final class FramesOnDisk {
    private static final Path NAME = Path.of("frames");

    private final FrameCache memory;
    private final long limit;
    private FrameCache both;

    /**
     * Of a size.
     *
     * @param memory its budget is that of the cache above
     */
    FramesOnDisk(FrameCache memory, double gibibytes) {
        this.memory = memory;
        this.limit = bytes(gibibytes);
    }

    /** At least one. */
    public static long bytes(double gibibytes) {
        return Math.max(1, (long) (gibibytes * (1L << 30)));
    }

    /**
     * Where they are kept: in the user's own cache where the one that is named may only be read.
     */
    public static Path folder() {
        return CacheFolder.kept(CacheFolder.standard(), NAME);
    }

    /** Bytes that are free there, with those that the cache holds. */
    public static double room() {
        Path folder = folder();
        try {
            return Files.getFileStore(folder).getUsableSpace() + held(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long held(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        }
    }

    /**
     * Both.
     *
     * @throws AdviceException C33 if the folder cannot be used
     */
    synchronized FrameCache cache() {
        if (both == null) {
            both = memory.over(open());
        }
        return both;
    }

    private DiskFrameCache open() {
        try {
            return DiskFrameCache.open(CacheFolder.standard(), NAME, limit);
        } catch (UncheckedIOException e) {
            AdviceException advice =
                    new AdviceException(
                            "C33",
                            e.getMessage(),
                            "Set ALPROLAB_CACHE to a folder that can be written, or leave"
                                    + " .cacheOnDisk(…) out");
            advice.initCause(e);
            throw advice;
        }
    }
}
