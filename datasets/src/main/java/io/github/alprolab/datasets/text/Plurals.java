package io.github.alprolab.datasets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Guesses the singular of an English noun; whether the guess is a word is for others to know. */
final class Plurals {
    private static final Map<String, String> IRREGULAR =
            Map.of(
                    "men",
                    "man",
                    "women",
                    "woman",
                    "children",
                    "child",
                    "feet",
                    "foot",
                    "geese",
                    "goose",
                    "mice",
                    "mouse",
                    "people",
                    "person",
                    "teeth",
                    "tooth");

    private Plurals() {}

    /** Possible singulars, likeliest first; empty when the word does not look like a plural. */
    static List<String> singulars(String noun) {
        if (IRREGULAR.containsKey(noun)) {
            return List.of(IRREGULAR.get(noun));
        }
        List<String> guesses = new ArrayList<>();
        if (noun.endsWith("ves")) {
            guesses.add(cut(noun, 3) + "f");
            guesses.add(cut(noun, 3) + "fe");
        }
        if (noun.endsWith("ies")) {
            guesses.add(cut(noun, 3) + "y");
        }
        if (noun.endsWith("s") && !noun.endsWith("ss")) {
            guesses.add(cut(noun, 1));
        }
        if (noun.endsWith("es")) {
            guesses.add(cut(noun, 2));
        }
        return List.copyOf(guesses);
    }

    private static String cut(String noun, int letters) {
        return noun.substring(0, noun.length() - letters);
    }
}
