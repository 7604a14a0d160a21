package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Split;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pairs of nouns and which pairs of noun and action each split may show. A pair belongs to
 * exactly one split, whatever the seed of the corpus, so that what is seen together in TEST was
 * never seen together in TRAIN; single nouns occur in all splits.
 */
final class ContentSplits {
    /** Of each noun's fifteen actions, this many go to VALIDATION and to TEST. */
    private static final int HELD_OUT_ACTIONS = 3;

    /** One noun pair in so many goes to VALIDATION, and one to TEST. */
    private static final int HELD_OUT_PAIRS = 8;

    private final Map<String, Map<Split, List<Action>>> actions;

    ContentSplits(List<Noun> nouns) {
        Map<String, Map<Split, List<Action>>> byNoun = new HashMap<>();
        nouns.forEach(noun -> byNoun.put(noun.name(), actionsOf(noun)));
        this.actions = Map.copyOf(byNoun);
    }

    /** The actions this noun may do in a split: never empty, at least one without a partner. */
    List<Action> actions(Noun noun, Split split) {
        return actions.get(noun.name()).get(split);
    }

    /** The split in which these two may occur together; the order does not matter. */
    static Split of(Noun a, Noun b) {
        boolean ordered = a.name().compareTo(b.name()) < 0;
        String key = ordered ? a.name() + "+" + b.name() : b.name() + "+" + a.name();
        return switch ((int) Long.remainderUnsigned(ScriptRandom.hash(key), HELD_OUT_PAIRS)) {
            case 0 -> Split.TEST;
            case 1 -> Split.VALIDATION;
            default -> Split.TRAIN;
        };
    }

    private static Map<Split, List<Action>> actionsOf(Noun noun) {
        List<Action> ranked =
                Arrays.stream(Action.values())
                        .sorted(
                                Comparator.comparingLong(
                                        a -> ScriptRandom.hash(noun.name() + ":" + a.name())))
                        .toList();
        Map<Split, List<Action>> bySplit = new EnumMap<>(Split.class);
        bySplit.put(Split.TEST, ranked.subList(0, HELD_OUT_ACTIONS));
        bySplit.put(Split.VALIDATION, ranked.subList(HELD_OUT_ACTIONS, 2 * HELD_OUT_ACTIONS));
        bySplit.put(Split.TRAIN, ranked.subList(2 * HELD_OUT_ACTIONS, ranked.size()));
        return bySplit;
    }
}
