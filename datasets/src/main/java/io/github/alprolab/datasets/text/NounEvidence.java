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
 */
public final class NounEvidence {
    private static final String NOUN = "NOUN";
    private static final String VERB = "VERB";

    /** Words right after which a "noun" is more likely a verb. */
    private static final Set<String> SUBJECTS = Set.of(NOUN, "PROPN", "PRON");

    private static final Set<String> POSSESSIVES =
            Set.of("my", "your", "his", "her", "its", "our", "their", "whose");

    private static final Set<String> RELATIVES = Set.of("that", "which", "who");

    private final int mostWords;
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
            if (word.word().length() > 1 && word.word().chars().allMatch(Character::isLetter)) {
                boolean follows = i > 0 && followsSubject(sentence.get(i - 1));
                tallies.computeIfAbsent(word.word(), w -> new Tally()).add(word, follows);
            }
        }
        forgetRarest();
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
        for (long least = 1; tallies.size() > mostWords; least++) {
            long bound = least;
            tallies.values().removeIf(tally -> tally.total <= bound);
        }
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
