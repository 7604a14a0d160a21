package io.github.alprolab.datasets;

import io.github.alprolab.datasets.text.NounEvidence;
import io.github.alprolab.datasets.text.SentenceTagger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the nouns of captions, for the list of entities that a prompter tells apart (§4.3 of the
 * specification: the most frequent nouns of the pre-training captions).
 *
 * <p>Words that name the video rather than something in it are left out, and a plural is counted
 * with its singular when the captions use both. Memory is bounded: beyond 200,000 distinct words
 * the rarest are forgotten. Immutable and thread-safe.
 */
public final class EntityMiner {
    private static final int MOST_WORDS = 200_000;

    private static final Set<String> ABOUT_THE_VIDEO =
            Set.of(
                    "video",
                    "footage",
                    "portrait",
                    "photo",
                    "picture",
                    "piece",
                    "group",
                    "clip",
                    "view",
                    "scene",
                    "shot",
                    "image",
                    "lot",
                    "pair",
                    "kind",
                    "type",
                    "part",
                    "left",
                    "right",
                    "top",
                    "bottom",
                    "side",
                    "front",
                    "background");

    private EntityMiner() {}

    /** The miner for English captions. */
    public static EntityMiner english() {
        return new EntityMiner();
    }

    /**
     * The nouns of these captions.
     *
     * @return most frequent first, ties in alphabetical order
     */
    public List<EntityCount> nouns(Iterable<String> captions) {
        SentenceTagger tagger = new SentenceTagger();
        NounEvidence evidence = new NounEvidence(MOST_WORDS);
        captions.forEach(caption -> evidence.add(tagger.tag(caption)));
        Map<String, Long> counts = evidence.nouns();
        counts.keySet().removeAll(ABOUT_THE_VIDEO);
        Map<String, Long> merged = new HashMap<>();
        counts.forEach((noun, n) -> merged.merge(counted(noun, counts.keySet()), n, Long::sum));
        return merged.entrySet().stream()
                .map(entry -> new EntityCount(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(EntityCount::count)
                                .reversed()
                                .thenComparing(EntityCount::entity))
                .toList();
    }

    /** The form under which a noun is counted. */
    private static String counted(String noun, Set<String> known) {
        return Plurals.singulars(noun).stream().filter(known::contains).findFirst().orElse(noun);
    }
}
