package io.github.alprolab.datasets;

import java.util.List;

/** Which entities can be seen where, for every picture of a clip. */
@FunctionalInterface
public interface EntityTruth {
    /**
     * The visible entities, back to front. An entity of which most is outside the picture or
     * covered by another is left out.
     *
     * @param frame position {@code 0..frameCount-1}
     * @throws IndexOutOfBoundsException if there is no such picture
     */
    List<EntityBox> at(int frame);
}
