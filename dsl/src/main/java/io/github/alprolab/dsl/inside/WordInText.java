package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.inside.Inspector;
import io.github.alprolab.alpro.text.Word;
import io.github.alprolab.dsl.check.AdviceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Finds a word in a text. */
final class WordInText {
    private static final String CODE = "C40";

    private WordInText() {}

    /**
     * The first place of a word, or of some words in a row, in a text.
     *
     * @throws AdviceException for one that is not there or that the model has no word piece for
     */
    static Word in(Inspector model, String text, String word) {
        List<String> pieces = model.pieces(text);
        List<String> wanted = model.pieces(word);
        int place = wanted.isEmpty() ? -1 : Collections.indexOfSubList(pieces, wanted);
        if (place < 0) {
            throw new AdviceException(
                    CODE,
                    "The word “%s” is not in the text; its words are %s."
                            .formatted(word, words(pieces)),
                    "model.wordToPatch(clip, \"%s\")".formatted(longest(pieces)));
        }
        requireKnown(model, wanted, word);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            places.add(place + i);
        }
        return new Word(word, places);
    }

    private static void requireKnown(Inspector model, List<String> pieces, String word) {
        if (pieces.stream().noneMatch(model::knows)) {
            throw new AdviceException(
                    CODE,
                    "The word “%s” is in none of the texts that the model was trained on: it would be read as [UNK]."
                            .formatted(word),
                    "model.wordToPatch(clip, \"a dog moves left\", \"dog\")");
        }
    }

    private static String words(List<String> pieces) {
        return Word.of(pieces).stream()
                .map(w -> "“" + w.text() + "”")
                .collect(Collectors.joining(", "));
    }

    /** Most likely to mean something. */
    private static String longest(List<String> pieces) {
        return Word.of(pieces).stream()
                .map(Word::text)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("dog");
    }
}
