package io.github.alprolab.datasets.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Counts the nouns of captions, for the list of entities that a prompter tells apart (§4.3 of the
 * specification: the most frequent nouns of the pre-training captions).
 *
 * <p>Words that name the video rather than something in it are left out, and a plural is counted
 * with its singular when the captions use both. Memory is bounded: beyond 200,000 distinct words
 * the rarest are forgotten, and {@link MinedEntities#errorBound} tells what that may have cost.
 * Immutable and thread-safe.
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
        return mine(StreamSupport.stream(captions.spliterator(), false)).entities();
    }

    /**
     * The nouns of a stream of captions, which is read once, in order, and closed. Tagging uses all
     * processors; the result does not depend on their number.
     */
    public MinedEntities mine(Stream<String> captions) {
        try (captions;
                ParallelTagging tagging = new ParallelTagging(MOST_WORDS)) {
            captions.forEach(tagging::add);
            NounEvidence evidence = tagging.finish();
            return new MinedEntities(
                    ranked(evidence.nouns()), tagging.captions(), evidence.errorBound());
        }
    }

    private static List<EntityCount> ranked(Map<String, Long> nouns) {
        Map<String, Long> counts = new HashMap<>(nouns);
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
