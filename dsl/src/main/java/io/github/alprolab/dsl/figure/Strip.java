package io.github.alprolab.dsl.figure;

import java.util.List;
import java.util.Optional;

/**
 * A filmstrip: frames of one clip in the order of time.
 *
 * @param id the clip's name
 * @param caption at most two lines of it are drawn
 * @param frames at least one, of equal size
 * @param verdict whether the clip is a right answer
 * @param score how well it fits, where it was searched for
 */
public record Strip(
        String id, String caption, List<Frame> frames, Verdict verdict, Optional<Score> score) {

    /**
     * A score with its bar.
     *
     * @param share length of the bar, 0 to 1
     * @param text the score in words
     */
    public record Score(double share, String text) {}

    public Strip {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("The strip of " + id + " has no frames.");
        }
    }

    /** Whether it has a caption: that of a clip without one is its name again. */
    boolean isCaptioned() {
        return !caption.equals(id);
    }

    /** A strip that answers no question. */
    public static Strip of(String id, String caption, List<Frame> frames) {
        return new Strip(id, caption, frames, Verdict.OPEN, Optional.empty());
    }
}
