package io.github.alprolab.bench.gpu;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a part found.
 *
 * @param state whether it is as it should be, where that was looked at
 * @param words in a line
 * @param figures by name, for the file
 */
record Found(State state, String words, Map<String, Object> figures) {
    /** As the mark of a line and as a word of the file. */
    enum State {
        SOUND("✓", "sound"),
        NOT_SOUND("✗", "not sound"),
        LEFT_OUT("–", "left out");

        final String mark;
        final String word;

        State(String mark, String word) {
            this.mark = mark;
            this.word = word;
        }
    }

    Found {
        figures = new LinkedHashMap<>(figures);
    }

    Found(boolean sound, String words, Map<String, Object> figures) {
        this(sound ? State.SOUND : State.NOT_SOUND, words, figures);
    }

    /** Nothing was looked at, and why. */
    static Found leftOut(String why) {
        return new Found(State.LEFT_OUT, State.LEFT_OUT.word + ", " + why, Map.of());
    }

    /** Whether nothing is wrong, which a part that was left out does not say either. */
    boolean sound() {
        return state != State.NOT_SOUND;
    }
}
