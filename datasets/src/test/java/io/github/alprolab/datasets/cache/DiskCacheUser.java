package io.github.alprolab.datasets.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** A process of its own that uses a frame cache which others use too, checking every answer. */
final class DiskCacheUser {
    private static final int USES = 500;
    private static final int CLIPS = 40;

    private DiskCacheUser() {}

    static Process start(Path folder, long limit, int seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DiskCacheUser.class.getName(),
                        folder.toString(),
                        Long.toString(limit),
                        Integer.toString(seed))
                .redirectErrorStream(true)
                .start();
    }

    /** Folder, limit and seed. */
    public static void main(String[] arguments) {
        DiskFrameCache cache =
                DiskFrameCache.open(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        Random random = new Random(Long.parseLong(arguments[2]));
        for (int i = 0; i < USES; i++) {
            use(cache, random);
        }
        System.out.println(USES + " right, " + cache.damagedEntries() + " damaged");
    }

    /** Asks for two pictures of some clip. */
    static void use(DiskFrameCache cache, Random random) {
        StampedClip clip = StampedClip.of("c" + random.nextInt(CLIPS), 8);
        int first = random.nextInt(7);
        byte[] rgb = cache.frames(clip, new int[] {first, first + 1}, 4).rgb();
        for (int i = 0; i < rgb.length; i++) {
            if (rgb[i] != first + i / (rgb.length / 2)) {
                throw new AssertionError("a wrong picture of " + clip.id());
            }
        }
    }
}
