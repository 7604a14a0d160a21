package io.github.alprolab.datasets.text;

import java.util.List;

/**
 * The nouns of captions.
 *
 * @param entities most frequent first, ties in alphabetical order
 * @param captions how many were read
 * @param errorBound no count is too low by more than this, for each spelling counted with it, and
 *     every noun used more often is there; 0 when all counts are exact
 */
public record MinedEntities(List<EntityCount> entities, long captions, long errorBound) {
    public MinedEntities {
        entities = List.copyOf(entities);
    }
}
