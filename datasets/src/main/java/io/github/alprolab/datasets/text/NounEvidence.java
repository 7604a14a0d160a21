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
 * always right after a noun or after "that". In "two swans stop" the tagger may take both words
 * wrongly, in "a gloves spins" the noun for a verb; so the place right after a verb tells nothing
 * of a word that is itself read as a verb, and what follows an article is never counted as one.
 *
 * <p>Memory is bounded: when there are more distinct words than allowed, the rarest are forgotten
 * until a quarter of the room is free. {@link #errorBound} says what that may have cost.
 */
public final class NounEvidence {
    private static final String NOUN = "NOUN";
    private static final String VERB = "VERB";
    private static final String DETERMINER = "DET";

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
                Place place = i == 0 ? Place.FREE : place(sentence.get(i - 1));
                tallies.computeIfAbsent(word.word(), w -> new Tally()).add(word, place);
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

    private static Place place(TaggedWord before) {
        if (POSSESSIVES.contains(before.word())) {
            return Place.FREE;
        }
        if (SUBJECTS.contains(before.tag()) || RELATIVES.contains(before.word())) {
            return Place.AFTER_SUBJECT;
        }
        return switch (before.tag()) {
            case VERB -> Place.AFTER_VERB;
            case DETERMINER -> Place.AFTER_DETERMINER;
            default -> Place.FREE;
        };
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

    /** What stands right before a word, as far as it tells nouns from verbs. */
    private enum Place {
        AFTER_SUBJECT,
        AFTER_VERB,
        AFTER_DETERMINER,
        FREE
    }

    private static final class Tally {
        private long total;
        private long verbs;
        private long nouns;
        private long nounsAfterSubject;
        private long nounsAfterVerb;

        void add(TaggedWord word, Place place) {
            total++;
            if (word.is(VERB)) {
                verbs += place == Place.AFTER_DETERMINER ? 0 : 1;
            } else if (word.is(NOUN)) {
                nouns++;
                nounsAfterSubject += place == Place.AFTER_SUBJECT ? 1 : 0;
                nounsAfterVerb += place == Place.AFTER_VERB ? 1 : 0;
            }
        }

        void add(Tally other) {
            total += other.total;
            verbs += other.verbs;
            nouns += other.nouns;
            nounsAfterSubject += other.nounsAfterSubject;
            nounsAfterVerb += other.nounsAfterVerb;
        }

        /**
         * A noun in at least 1 of 100 uses and as often as a verb, and in its right place in at
         * least 1 of 4 of those that tell.
         */
        boolean isNoun() {
            boolean often = nouns > 0 && nouns * 100 >= total && nouns >= verbs;
            boolean alsoVerb = verbs * 4 >= nouns;
            long telling = alsoVerb ? nouns - nounsAfterVerb : nouns;
            return often && (telling - nounsAfterSubject) * 4 >= telling;
        }
    }
}
