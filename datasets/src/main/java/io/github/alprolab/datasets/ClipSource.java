package io.github.alprolab.datasets;

import java.util.Optional;

/** One video whose pictures can be read any number of times. Implementations are thread-safe. */
public interface ClipSource {
    /** Name of the clip within its data set. */
    String id();

    /**
     * Number of decodable pictures, at least 1.
     *
     * @throws ClipException if the video is opened only now and cannot be read
     */
    int frameCount();

    /** Nominal pictures per second, above 0. */
    double framesPerSecond();

    /**
     * What tells this clip's content from any other's, for caches that outlive the process: it
     * changes when the file does. None where that is not known.
     */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /**
     * Where its bytes lie, so that another process finds them too. None for a clip that is drawn in
     * memory.
     */
    default Optional<ClipPlace> place() {
        return Optional.empty();
    }

    /**
     * Does nothing where all pictures can be read; reads the last one to tell.
     *
     * @throws ClipException if they cannot; names file and cause
     */
    default void requireReadable() {
        frames(new int[] {frameCount() - 1}, 1);
    }

    /**
     * Exactly these pictures, decoded, turned upright where the file asks for it, and squashed
     * (aspect ratio ignored) to {@code size × size}.
     *
     * @param indices positions {@code 0..frameCount-1}, at least one, repeats allowed
     * @param size side of the result in pixels
     * @return as many pictures as indices, in the order of the indices
     * @throws IndexOutOfBoundsException if an index is outside the clip
     * @throws ClipException if the video cannot be read; names file and cause
     */
    Frames frames(int[] indices, int size);
}
