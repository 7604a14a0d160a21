package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.MixedPart;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.augmentation.Augmentation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The settings that decide every step of a training: schedule, optimiser, seed of all random
 * streams, data and its order. A checkpoint keeps them, because with its step they say where
 * everything stands. Device, gradient checkpointing and the rhythm of checkpoints may change.
 */
record TrainingIdentity(Map<String, String> settings) {
    private static final String AUGMENTATION = "augmentation";
    private static final String MIXTURE = "mixture";
    private static final Map<String, String> STANDARD = standard();

    private static Map<String, String> standard() {
        Map<String, String> all =
                new TreeMap<>(TrainConfig.adamW(1).values().schema().values().steps());
        all.put(AUGMENTATION, Augmentation.none().name());
        all.put(MIXTURE, mixture(List.of(MixedPart.whole(List.of(), List.of()))));
        return all;
    }

    static TrainingIdentity of(
            TrainConfig config, TrainingData data, String objectives, int steps) {
        Map<String, String> all = new TreeMap<>(config.values().steps());
        all.put("steps", Integer.toString(steps));
        all.put("objectives", objectives);
        all.put("sampling", data.sampling().name());
        all.put(AUGMENTATION, data.augmentation().name());
        all.put(MIXTURE, mixture(data.parts()));
        all.put("words", Integer.toString(data.words()));
        all.put("training pairs", data.train().size() + ", checksum " + checksum(data));
        return new TrainingIdentity(all);
    }

    /**
     * What differs in {@code other}, as “batch was 8 and is 16”; empty when nothing does. A setting
     * that is newer than the checkpoint had its default.
     */
    String differences(Map<String, String> other) {
        Map<String, String> before = new TreeMap<>(STANDARD);
        before.putAll(other);
        return settings.entrySet().stream()
                .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                .map(e -> e.getKey() + " was " + before.get(e.getKey()) + " and is " + e.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The share of each data set and where it begins; names are for people. */
    private static String mixture(List<MixedPart> parts) {
        return parts.size() == 1
                ? "none"
                : parts.stream()
                        .map(p -> p.share() + " of " + p.train().size())
                        .collect(Collectors.joining(", "));
    }

    private static String checksum(TrainingData data) {
        CRC32 crc = new CRC32();
        for (Pair pair : data.train()) {
            crc.update((pair.id() + pair.captions()).getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(crc.getValue());
    }
}
