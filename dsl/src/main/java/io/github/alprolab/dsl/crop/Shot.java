package io.github.alprolab.dsl.crop;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import java.util.List;
import java.util.function.Supplier;

/**
 * A clip to draw boxes in.
 *
 * @param pair the clip with its captions and what is known of it
 * @param indices positions of its sampled frames
 * @param sampled those frames, decoded when they are asked for
 */
public record Shot(Pair pair, List<Integer> indices, Supplier<Frames> sampled) {

    /** Keeps the positions. */
    public Shot {
        indices = List.copyOf(indices);
    }

    Frames frames() {
        return sampled.get();
    }

    /** Whether it is a single picture. */
    boolean isStill() {
        return pair.clip().frameCount() == 1;
    }

    /** The first. */
    String caption() {
        return pair.captions().get(0);
    }
}
