package io.github.alprolab.dsl.figure;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * What the objectives of a training saw of one clip.
 *
 * @param text the clip's text with its hidden words in brackets
 * @param frames as the model got them, in the order of time
 * @param box the crop in them, where one was drawn
 * @param parts one an objective
 */
public record StepRow(
        String text, List<BufferedImage> frames, Optional<ShareBox> box, List<Part> parts) {
    public StepRow {
        frames = List.copyOf(frames);
        parts = List.copyOf(parts);
    }

    /**
     * What one objective saw.
     *
     * @param name of the objective
     * @param ink its colour
     * @param entries at least one
     */
    public record Part(String name, Ink ink, List<Entry> entries) {
        public Part {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One thing that it saw.
     *
     * @param picture a small one in front of the words, such as a wrong clip
     * @param words a line
     */
    public record Entry(Optional<BufferedImage> picture, String words) {
        /** Without a picture. */
        public static Entry of(String words) {
            return new Entry(Optional.empty(), words);
        }
    }
}
