package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import java.io.Serializable;

/**
 * What a model is to read, which may be other than what it was trained on.
 *
 * @param frames of a clip; another number resizes the positions in time
 * @param size height and width of a frame in pixels, a multiple of the patch; another number
 *     resizes the positions in space
 * @param words longest text in word pieces, start and end included
 * @param positions how positions in space are resized
 */
public record RetrievalInput(int frames, int size, int words, PositionRule positions)
        implements Serializable {}
