package io.github.alprolab.dsl.ranking;

import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.function.Function;

/**
 * A line to type into and the clips that fit it. A notebook shows it as a widget, everything else
 * as the clips for its first text.
 */
public final class SearchBox implements Shown {
    private final String text;
    private final Function<String, Figure> search;

    /**
     * Over a retrieval.
     *
     * @param text what is looked for at first, not blank
     * @param search finds the clips that fit a text
     */
    public SearchBox(String text, Function<String, Figure> search) {
        this.text = text;
        this.search = search;
    }

    /** What is looked for at first. */
    public String text() {
        return text;
    }

    /** The clips that fit a text, best first; the first search opens the model. */
    public Figure search(String other) {
        return search.apply(other);
    }

    @Override
    public Showing show() {
        return search(text).show();
    }

    @Override
    public String toString() {
        return "Search box, first for “" + text + "”";
    }
}
