package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.config.Reranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ranks clips for texts and texts for clips, by VTC alone or with VTM over it. */
public final class Ranker {
    private final MatchingScorer matching;

    public Ranker(MatchingScorer matching) {
        this.matching = matching;
    }

    /**
     * Scores every text against every clip.
     *
     * @param similarity VTC, cosine divided by the temperature, (texts, clips)
     */
    public RankingScores scores(
            TextFeatures texts, VideoFeatures videos, double[][] similarity, Reranking reranking) {
        if (reranking.candidates() == 0) {
            return RankingScores.of(similarity);
        }
        int[][] textsOfClip =
                RankingScores.candidates(RetrievalMetrics.transposed(similarity), reranking);
        return judged(texts, videos, similarity, textsOfClip, reranking);
    }

    /**
     * Ranks clips for texts alone, so that VTM judges no clip that no text asks about. In the other
     * direction only those pairs count as judged.
     *
     * @param similarity VTC, cosine divided by the temperature, (texts, clips)
     */
    public RankingScores clips(
            TextFeatures texts, VideoFeatures videos, double[][] similarity, Reranking reranking) {
        return reranking.candidates() == 0
                ? RankingScores.of(similarity)
                : judged(texts, videos, similarity, new int[videos.count()][0], reranking);
    }

    /** Judges every pair that either direction asks about, once. */
    private RankingScores judged(
            TextFeatures texts,
            VideoFeatures videos,
            double[][] similarity,
            int[][] textsOfClip,
            Reranking reranking) {
        int[][] wanted = wanted(RankingScores.candidates(similarity, reranking), textsOfClip);
        float[][][] logits = matching.logits(texts, videos, wanted);
        double[][] odds = new double[texts.count()][videos.count()];
        Arrays.stream(odds).forEach(row -> Arrays.fill(row, Double.NaN));
        for (int clip = 0; clip < wanted.length; clip++) {
            for (int i = 0; i < wanted[clip].length; i++) {
                float[] pair = logits[clip][i];
                odds[wanted[clip][i]][clip] = (double) pair[1] - pair[0];
            }
        }
        return RankingScores.of(similarity, odds, reranking);
    }

    private static int[][] wanted(int[][] clipsOfText, int[][] textsOfClip) {
        List<SortedSet<Integer>> texts = new ArrayList<>();
        for (int[] own : textsOfClip) {
            texts.add(Arrays.stream(own).boxed().collect(Collectors.toCollection(TreeSet::new)));
        }
        for (int text = 0; text < clipsOfText.length; text++) {
            for (int clip : clipsOfText[text]) {
                texts.get(clip).add(text);
            }
        }
        return texts.stream()
                .map(set -> set.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }
}
