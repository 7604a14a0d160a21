package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Judges texts and clips that another process encoded. On the device are the clips alone that one
 * of the texts is to be judged with.
 */
record FileJudge(Compute compute, AlproConfig config, MatchingScorer scorer) {
    /**
     * @param texts a file of {@link TextFeatures#write}
     * @param wanted for each of them the clips to judge it with, by their places among all
     * @throws IOException if a file cannot be read
     */
    JudgedPairs judge(Path texts, EncodedClipFiles clips, BitSet[] wanted) throws IOException {
        int[] places =
                Arrays.stream(wanted).flatMapToInt(BitSet::stream).sorted().distinct().toArray();
        JudgedPairs judged =
                new JudgedPairs(Arrays.stream(wanted).mapToInt(BitSet::cardinality).sum());
        try (Scope scope = compute.scope();
                VideoFeatures videos = clips.tokens(compute, config, places)) {
            TextFeatures.Group group = TextFeatures.Group.read(texts, scope);
            scorer.score(
                    group.numbered(),
                    videos,
                    among(wanted, places),
                    (text, clip, noMatch, match) ->
                            judged.pair(group.texts()[text], places[clip], noMatch, match));
        }
        return judged;
    }

    /** The same clips by their places among those that any text wants. */
    private static BitSet[] among(BitSet[] wanted, int[] places) {
        BitSet[] some = new BitSet[wanted.length];
        for (int text = 0; text < wanted.length; text++) {
            some[text] = new BitSet(places.length);
            wanted[text].stream()
                    .map(clip -> Arrays.binarySearch(places, clip))
                    .forEach(some[text]::set);
        }
        return some;
    }
}
