package io.github.alprolab.datasets;

import java.util.Random;
import java.util.zip.CRC32;

/**
 * Tells sampling rules apart by what they give: the same probes, answered by a rule in every
 * session and on every machine alike.
 */
final class SamplingPrint {
    private static final int LONGEST = 64;
    private static final int MOST = 16;

    private SamplingPrint() {}

    /** Eight hex digits; other ones for a rule that answers a probe in another way. */
    static String of(FrameSampling rule) {
        CRC32 sum = new CRC32();
        for (int frames = 1; frames <= LONGEST; frames++) {
            for (int wanted = 1; wanted <= MOST; wanted++) {
                for (int index :
                        rule.indices(frames, wanted, new Random(frames * 1009L + wanted))) {
                    sum.update(index);
                }
            }
        }
        return "%08x".formatted(sum.getValue());
    }
}
