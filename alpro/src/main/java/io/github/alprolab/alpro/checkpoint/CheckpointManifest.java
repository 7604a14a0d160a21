package io.github.alprolab.alpro.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.alpro.config.AlproConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a checkpoint says of itself.
 *
 * @param format version of the archive's layout
 * @param kind {@code prompter} or {@code pretraining}
 * @param config sizes of the model
 * @param vocabulary word pieces in id order
 * @param entities names that the objectives' heads tell apart, in order; empty for most
 * @param step training steps done
 * @param epoch epochs done
 * @param metrics last validation figures by name
 * @param training settings of the training that can go on from here, by name; empty where none can
 */
public record CheckpointManifest(
        int format,
        String kind,
        AlproConfig config,
        List<String> vocabulary,
        List<String> entities,
        int step,
        int epoch,
        Map<String, Double> metrics,
        Map<String, String> training) {
    /** The layout that this version writes and reads. */
    public static final int FORMAT = 1;

    /**
     * In a class of its own: a kernel that looks for holders of a value looks into static fields of
     * the classes it meets, and cannot look into a mapper.
     */
    private static final class Json {
        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    public CheckpointManifest {
        vocabulary = List.copyOf(vocabulary);
        entities = List.copyOf(entities);
        metrics = Map.copyOf(metrics);
        training = training == null ? Map.of() : Map.copyOf(training); // absent in older files
    }

    /** Of a file that no training goes on from. */
    public CheckpointManifest(
            int format,
            String kind,
            AlproConfig config,
            List<String> vocabulary,
            List<String> entities,
            int step,
            int epoch,
            Map<String, Double> metrics) {
        this(format, kind, config, vocabulary, entities, step, epoch, metrics, Map.of());
    }

    /** The same of a training with these settings. */
    public CheckpointManifest training(Map<String, String> settings) {
        return new CheckpointManifest(
                format, kind, config, vocabulary, entities, step, epoch, metrics, settings);
    }

    /**
     * Whether it was trained with one of some objectives. A file of our own tells by its figures;
     * of a published one its kind is known.
     *
     * @param kinds whose published files have learned it
     * @param figures names of those that tell it
     */
    public boolean hasLearned(List<String> kinds, String... figures) {
        return metrics.isEmpty()
                ? kinds.contains(kind)
                : Stream.of(figures).anyMatch(metrics::containsKey);
    }

    /** As JSON, for files of other formats to carry along. */
    public byte[] json() throws IOException {
        return Json.MAPPER.writeValueAsBytes(this);
    }

    /**
     * From {@link #json}.
     *
     * @throws IOException when it is none, or says what cannot be
     */
    public static CheckpointManifest parse(byte[] json) throws IOException {
        try {
            CheckpointManifest manifest = Json.MAPPER.readValue(json, CheckpointManifest.class);
            if (manifest == null || manifest.kind() == null || manifest.config() == null) {
                throw new IOException("its description names no kind or no sizes");
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new IOException("its description is none: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads the manifest alone.
     *
     * @throws IOException when the file is missing, damaged or of a newer format
     */
    public static CheckpointManifest read(Path file) throws IOException {
        return CheckpointFile.open(file).manifest();
    }
}
