package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.inside.Inspector;
import io.github.alprolab.dsl.check.AdviceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A word of a text.
 *
 * @param text as it is read, in lower case
 * @param pieces places of its word pieces in the text, from 0
 */
public record TextWord(String text, List<Integer> pieces) {
    private static final String CODE = "C40";
    private static final String GOES_ON = "##";

    public TextWord {
        pieces = List.copyOf(pieces);
    }

    /** All words of a text: a piece that begins with ## goes on with the word before. */
    public static List<TextWord> of(List<String> pieces) {
        List<TextWord> all = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).startsWith(GOES_ON) && !all.isEmpty()) {
                TextWord before = all.remove(all.size() - 1);
                List<Integer> places = new ArrayList<>(before.pieces());
                places.add(i);
                all.add(new TextWord(before.text() + pieces.get(i).substring(2), places));
            } else {
                all.add(new TextWord(pieces.get(i), List.of(i)));
            }
        }
        return all;
    }

    /**
     * The first place of a word, or of some words in a row, in a text.
     *
     * @throws AdviceException for one that is not there or that the model has no word piece for
     */
    static TextWord in(Inspector model, String text, String word) {
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
        return new TextWord(word, places);
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
        return of(pieces).stream().map(w -> "“" + w.text() + "”").collect(Collectors.joining(", "));
    }

    /** Most likely to mean something. */
    private static String longest(List<String> pieces) {
        return of(pieces).stream()
                .map(TextWord::text)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("dog");
    }
}
