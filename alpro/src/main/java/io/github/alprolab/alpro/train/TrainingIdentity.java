package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.datasets.Pair;
import java.nio.charset.StandardCharsets;
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

    static TrainingIdentity of(
            TrainConfig config, TrainingData data, String objectives, int steps) {
        Map<String, String> all = new TreeMap<>();
        all.put("learning rate", Double.toString(config.learningRate()));
        all.put("warm-up", Double.toString(config.warmup()));
        all.put("decay", config.decay().name());
        all.put("weight decay", Double.toString(config.weightDecay()));
        all.put("clip", Double.toString(config.clip()));
        all.put("epochs", Integer.toString(config.epochs()));
        all.put("steps", Integer.toString(steps));
        all.put("batch", Integer.toString(config.batch()));
        all.put("accumulate", Integer.toString(config.options().accumulate()));
        all.put("parameter groups", config.options().groups().toString());
        all.put("quirks", config.options().quirksInOrder().toString());
        all.put("seed", Long.toString(config.seed()));
        all.put("objectives", objectives);
        all.put("sampling", sampling(data));
        all.put("words", Integer.toString(data.words()));
        all.put("training pairs", data.train().size() + ", checksum " + checksum(data));
        return new TrainingIdentity(all);
    }

    /** What differs in {@code other}, as “batch was 8 and is 16”; empty when nothing does. */
    String differences(Map<String, String> other) {
        return settings.entrySet().stream()
                .filter(e -> !e.getValue().equals(other.get(e.getKey())))
                .map(e -> e.getKey() + " was " + other.get(e.getKey()) + " and is " + e.getValue())
                .collect(Collectors.joining("; "));
    }

    /** A rule written as a lambda has no name that lasts. */
    private static String sampling(TrainingData data) {
        return data.sampling().getClass().isHidden() ? "unnamed" : data.sampling().toString();
    }

    private static String checksum(TrainingData data) {
        CRC32 crc = new CRC32();
        for (Pair pair : data.train()) {
            crc.update((pair.id() + pair.captions()).getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(crc.getValue());
    }
}
