package io.github.alprolab.datasets;

import java.util.List;
import java.util.Optional;

/**
 * A clip with the sentences that describe it.
 *
 * @param id unique within the data set
 * @param split the part it belongs to
 * @param clip the video
 * @param captions at least one sentence
 * @param truth where its entities are, when that is known
 */
public record Pair(
        String id,
        Split split,
        ClipSource clip,
        List<String> captions,
        Optional<EntityTruth> truth) {
    public Pair {
        captions = List.copyOf(captions);
        if (captions.isEmpty()) {
            throw new IllegalArgumentException("pair " + id + " needs at least one caption");
        }
    }
}
