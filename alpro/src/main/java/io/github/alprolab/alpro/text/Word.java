package io.github.alprolab.alpro.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A word put together from its pieces.
 *
 * @param text as it is read, in lower case
 * @param pieces places of its word pieces in the text, from 0
 */
public record Word(String text, List<Integer> pieces) {
    private static final String GOES_ON = "##";

    public Word {
        pieces = List.copyOf(pieces);
    }

    /** All words of a text: a piece that begins with ## goes on with the word before. */
    public static List<Word> of(List<String> pieces) {
        List<Word> all = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).startsWith(GOES_ON) && !all.isEmpty()) {
                Word before = all.remove(all.size() - 1);
                List<Integer> places = new ArrayList<>(before.pieces());
                places.add(i);
                String rest = pieces.get(i).substring(GOES_ON.length());
                all.add(new Word(before.text() + rest, places));
            } else {
                all.add(new Word(pieces.get(i), List.of(i)));
            }
        }
        return all;
    }
}
