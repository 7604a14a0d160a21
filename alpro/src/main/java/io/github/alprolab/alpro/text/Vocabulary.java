package io.github.alprolab.alpro.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Word pieces with their ids; five are special: padding (always id 0), unknown, start, end, mask.
 */
public final class Vocabulary {
    public static final String PADDING = "[PAD]";
    public static final String UNKNOWN = "[UNK]";
    public static final String START = "[CLS]";
    public static final String END = "[SEP]";
    public static final String MASK = "[MASK]";

    private static final List<String> SPECIAL = List.of(PADDING, UNKNOWN, START, END, MASK);

    private final List<String> pieces;
    private final Map<String, Integer> ids = new HashMap<>();

    private Vocabulary(List<String> pieces) {
        this.pieces = List.copyOf(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            ids.put(pieces.get(i), i);
        }
    }

    /**
     * From pieces in id order, as a checkpoint stores them.
     *
     * @throws IllegalArgumentException when a special piece is missing or padding is not the first
     */
    public static Vocabulary of(List<String> pieces) {
        if (pieces.indexOf(PADDING) != 0 || !pieces.containsAll(SPECIAL)) {
            throw new IllegalArgumentException(
                    "A vocabulary holds "
                            + SPECIAL
                            + " with padding first; given were "
                            + pieces.size()
                            + " pieces without that.");
        }
        return new Vocabulary(pieces);
    }

    /**
     * All 30,522 pieces of bert-base-uncased under their published ids, which the rows of published
     * weights follow.
     */
    public static Vocabulary bertUncased() {
        return of(Tokenizer.bertUncasedPieces());
    }

    /** The pieces that these texts need, in alphabetical order behind the special ones. */
    public static Vocabulary covering(Iterable<String> texts, Tokenizer tokenizer) {
        Set<String> found = new TreeSet<>();
        texts.forEach(text -> found.addAll(tokenizer.pieces(text)));
        SPECIAL.forEach(found::remove);
        List<String> pieces = new ArrayList<>(SPECIAL);
        pieces.addAll(found);
        return of(pieces);
    }

    /** Its pieces under their ids, and behind them those of the other that it lacks. */
    public Vocabulary and(Vocabulary other) {
        List<String> all = new ArrayList<>(pieces);
        other.pieces.stream().filter(piece -> !ids.containsKey(piece)).forEach(all::add);
        return of(all);
    }

    /** V. */
    public int size() {
        return pieces.size();
    }

    /** All pieces in id order. */
    public List<String> pieces() {
        return pieces;
    }

    /** The id of a piece; that of {@link #UNKNOWN} where it is not known. */
    public int id(String piece) {
        return ids.getOrDefault(piece, ids.get(UNKNOWN));
    }

    /** Whether an id is an ordinary word piece, which may be hidden. */
    public boolean ordinary(long id) {
        return !SPECIAL.contains(piece((int) id));
    }

    /** The piece of an id. */
    public String piece(int id) {
        return pieces.get(id);
    }
}
