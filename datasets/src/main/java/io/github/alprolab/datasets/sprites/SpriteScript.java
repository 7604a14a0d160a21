package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Everything that happens in one clip. Pictures, captions and boxes all follow from it.
 *
 * @param split the part it belongs to
 * @param index place within the split, from 0
 * @param frames pictures, 24..48
 * @param background what is behind
 * @param tracks one to three sprites, back to front
 * @param captions sentences that are true of it
 */
public record SpriteScript(
        Split split,
        int index,
        int frames,
        Background background,
        List<SpriteTrack> tracks,
        List<String> captions) {
    /** Pictures per second of every clip. */
    public static final int FRAMES_PER_SECOND = 12;

    public SpriteScript {
        tracks = List.copyOf(tracks);
        captions = List.copyOf(captions);
    }

    /** Name of the clip, such as {@code train-00042}. */
    public String id() {
        // By hand: a corpus asks for it tens of thousands of times before its first table.
        String digits = Integer.toString(index);
        return split.name().toLowerCase(Locale.ROOT)
                + "-"
                + "0".repeat(Math.max(0, 5 - digits.length()))
                + digits;
    }

    /** The script as one line: equal text, equal clip. */
    public String canonicalText() {
        String sprites =
                tracks.stream().map(SpriteTrack::canonicalText).collect(Collectors.joining("; "));
        return id()
                + " | "
                + frames
                + " | "
                + background.canonicalText()
                + " | "
                + sprites
                + " | "
                + String.join(" / ", captions);
    }
}
