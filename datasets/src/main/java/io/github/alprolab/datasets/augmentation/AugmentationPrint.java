package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Tells changes apart by what they give: the same probes, answered in every session and on every
 * machine alike.
 */
final class AugmentationPrint {
    private static final int PROBES = 16;
    private static final int PICTURES = 2;
    private static final int SIZE = 32;

    private AugmentationPrint() {}

    /** Eight hex digits; other ones for a change that answers a probe in another way. */
    static String of(Augmentation augmentation) {
        CRC32 sum = new CRC32();
        for (int probe = 0; probe < PROBES; probe++) {
            Random random = new Random(probe);
            byte[] noise = new byte[PICTURES * SIZE * SIZE * 3];
            random.nextBytes(noise);
            Frames frames = Frames.of(PICTURES, SIZE, SIZE, noise);
            sum.update(augmentation.apply(frames, SIZE, false, random).rgb());
        }
        return "%08x".formatted(sum.getValue());
    }
}
