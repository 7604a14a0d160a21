package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.DiskFrameCache;
import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A student's process, with a home of its own and a cache that may be another's. */
final class SharedCacheUser {
    /** What root has to leave aside to be stopped by the rights of files, as everybody else is. */
    private static final String OVERRIDES = "-dac_override,-dac_read_search";

    private static final int[] PICTURES = {0, 5, 9};
    private static final long PLENTY = 1 << 24;

    private SharedCacheUser() {}

    static Process start(Path home, Path cache, int clips) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--bounding-set", OVERRIDES));
            command.addAll(List.of("--inh-caps", OVERRIDES));
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SharedCacheUser.class.getName(),
                        cache.toString(),
                        Integer.toString(clips)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Folder of the cache and how many clips are wanted. */
    public static void main(String[] arguments) {
        System.out.println(seen(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
    }

    /** A digest of pictures of so many clips, by both caches. */
    static String seen(Path cache, int clips) {
        MovingSprites corpus =
                MovingSprites.corpus()
                        .clips(Split.TRAIN, clips)
                        .clips(Split.VALIDATION, 0)
                        .clips(Split.TEST, 0)
                        .cache(cache);
        DiskFrameCache frames = DiskFrameCache.open(cache, Path.of("frames"), PLENTY);
        Digest digest = Digest.sha256();
        for (Pair pair : corpus.pairs(Split.TRAIN)) {
            digest.addBare(pair.id());
            digest.add(frames.frames(pair.clip(), PICTURES, 32).rgb());
        }
        return digest.hex();
    }
}
