package io.github.alprolab.datasets.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects over many sentences which words are nouns.
 *
 * <p>A tagger judges one sentence, and short captions mislead it: in "a dog stops" it takes the
 * verb for a noun, in "a crown spins" the noun for an adjective. Over many captions the context
 * decides: a noun is found after articles, adjectives and prepositions, a misread verb nearly
 * always right after a noun or after "that".
 *
 * <p>Memory is bounded: when there are more distinct words than allowed, the rarest are forgotten
 * until a quarter of the room is free. {@link #errorBound} says what that may have cost.
 */
public final class NounEvidence {
    private static final String NOUN = "NOUN";
    private static final String VERB = "VERB";

    /** Words right after which a "noun" is more likely a verb. */
    private static final Set<String> SUBJECTS = Set.of(NOUN, "PROPN", "PRON");

    private static final Set<String> POSSESSIVES =
            Set.of("my", "your", "his", "her", "its", "our", "their", "whose");

    private static final Set<String> RELATIVES = Set.of("that", "which", "who");

    /** Longer strings of letters are no words; they would undo the bound on memory. */
    private static final int LONGEST_WORD = 40;

    private final int mostWords;
    private long errorBound;
    private final Map<String, Tally> tallies = new HashMap<>();

    /**
     * @param mostWords distinct words kept; beyond that the rarest are forgotten
     */
    public NounEvidence(int mostWords) {
        this.mostWords = mostWords;
    }

    /** Takes in one sentence. */
    public void add(List<TaggedWord> sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            TaggedWord word = sentence.get(i);
            if (isWord(word.word())) {
                boolean follows = i > 0 && followsSubject(sentence.get(i - 1));
                tallies.computeIfAbsent(word.word(), w -> new Tally()).add(word, follows);
            }
        }
        forgetRarest();
    }

    /** Takes in what was collected elsewhere. */
    public void add(NounEvidence other) {
        errorBound += other.errorBound;
        other.tallies.forEach(
                (word, tally) -> tallies.computeIfAbsent(word, w -> new Tally()).add(tally));
        forgetRarest();
    }

    /**
     * What forgetting can have cost: no count is too low by more than this, and every noun used
     * more often is among {@link #nouns}. 0 when all words fit, and then all counts are exact.
     */
    public long errorBound() {
        return errorBound;
    }

    /** The words that are nouns, with how often each was used other than as a verb. */
    public Map<String, Long> nouns() {
        Map<String, Long> nouns = new TreeMap<>();
        tallies.forEach(
                (word, tally) -> {
                    if (tally.isNoun()) {
                        nouns.put(word, tally.total - tally.verbs);
                    }
                });
        return nouns;
    }

    private static boolean followsSubject(TaggedWord before) {
        return !POSSESSIVES.contains(before.word())
                && (SUBJECTS.contains(before.tag()) || RELATIVES.contains(before.word()));
    }

    private void forgetRarest() {
        if (tallies.size() <= mostWords) {
            return;
        }
        long bound = 0;
        while (tallies.size() > mostWords - mostWords / 4) {
            long most = ++bound;
            tallies.values().removeIf(tally -> tally.total <= most);
        }
        // A word forgotten now loses at most this many uses, and may be forgotten again later.
        errorBound += bound;
    }

    private static boolean isWord(String text) {
        return text.length() > 1
                && text.length() <= LONGEST_WORD
                && text.chars().allMatch(Character::isLetter);
    }

    private static final class Tally {
        private long total;
        private long verbs;
        private long nouns;
        private long nounsAfterSubject;

        void add(TaggedWord word, boolean afterSubject) {
            total++;
            verbs += word.is(VERB) ? 1 : 0;
            nouns += word.is(NOUN) ? 1 : 0;
            nounsAfterSubject += word.is(NOUN) && afterSubject ? 1 : 0;
        }

        void add(Tally other) {
            total += other.total;
            verbs += other.verbs;
            nouns += other.nouns;
            nounsAfterSubject += other.nounsAfterSubject;
        }

        /**
         * A noun in at least 1 of 100 uses and as often as a verb, and in its right place in at
         * least 1 of 4 of those.
         */
        boolean isNoun() {
            boolean often = nouns > 0 && nouns * 100 >= total && nouns >= verbs;
            return often && (nouns - nounsAfterSubject) * 4 >= nouns;
        }
    }
}
