package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.Range;

/**
 * Sizes of the fusion encoder; its heads and dropout are those of the text encoder. A value: each
 * edit returns a copy.
 *
 * @param layers BERT layers that see clip and text
 */
public record FusionPart(int layers) {
    /** With another number of BERT layers, at least 1. */
    public FusionPart layers(int count) {
        return new FusionPart(Range.atLeast(1, count, "layers"));
    }
}
