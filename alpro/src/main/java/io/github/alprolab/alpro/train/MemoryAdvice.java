package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TrainConfig;
import java.util.ArrayList;
import java.util.List;

/** What to change in a training that finds no room on its device. */
final class MemoryAdvice {
    /** VTM needs a wrong clip for each text. */
    private static final int LEAST = 2;

    private MemoryAdvice() {}

    /** In the calls of a notebook, from what costs least on. */
    static String of(TrainConfig config) {
        List<String> ways = new ArrayList<>();
        if (!config.get(TrainConfig.GRADIENT_CHECKPOINTING)) {
            ways.add(
                    ".gradientCheckpointing(), which computes the same with about a third more time");
        }
        int chunks = 2 * config.get(TrainConfig.CHUNKS);
        int parts = chunks * config.device().each().size();
        if (config.batch() % parts == 0 && config.batch() >= LEAST * parts) {
            ways.add(
                    ".chunks(%d), which compares as many clips with half the memory for each part"
                            .formatted(chunks));
        } else if (config.batch() >= 2 * LEAST) {
            ways.add(
                    ".batch(%d).accumulate(%d), as many clips an update and fewer negatives"
                            .formatted(config.batch() / 2, 2 * config.accumulate()));
        }
        ways.add("smaller or fewer frames, or smaller encoders");
        return "What helps: " + String.join("; ", ways) + ".";
    }
}
