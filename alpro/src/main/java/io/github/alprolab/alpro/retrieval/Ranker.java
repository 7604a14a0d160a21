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
        RankingScores vtc = RankingScores.of(similarity);
        if (reranking.candidates() == 0) {
            return vtc;
        }
        int[][] clipsOfText = candidates(vtc.textToVideo(), reranking);
        int[][] textsOfClip = candidates(vtc.videoToText(), reranking);
        double[][] match = judge(texts, videos, clipsOfText, textsOfClip);
        return new RankingScores(
                similarity,
                RankingScores.combined(
                        vtc.textToVideo(), only(match, clipsOfText), reranking.rounded()),
                RankingScores.combined(
                        vtc.videoToText(),
                        only(RetrievalMetrics.transposed(match), textsOfClip),
                        reranking.rounded()));
    }

    private static int[][] candidates(double[][] scores, Reranking reranking) {
        return Arrays.stream(scores)
                .map(row -> RankingScores.best(row, reranking.candidates()))
                .toArray(int[][]::new);
    }

    /** Judges every pair that either direction asks about, once; log-odds (texts, clips). */
    private double[][] judge(
            TextFeatures texts, VideoFeatures videos, int[][] clipsOfText, int[][] textsOfClip) {
        int[][] wanted = wanted(clipsOfText, textsOfClip);
        float[][][] logits = matching.logits(texts, videos, wanted);
        double[][] odds = new double[texts.count()][videos.count()];
        for (int clip = 0; clip < wanted.length; clip++) {
            for (int i = 0; i < wanted[clip].length; i++) {
                float[] pair = logits[clip][i];
                odds[wanted[clip][i]][clip] = (double) pair[1] - pair[0];
            }
        }
        return odds;
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

    /** The values at a query's own candidates, NaN elsewhere. */
    private static double[][] only(double[][] values, int[][] candidates) {
        double[][] kept = new double[values.length][];
        for (int query = 0; query < values.length; query++) {
            kept[query] = new double[values[query].length];
            Arrays.fill(kept[query], Double.NaN);
            for (int candidate : candidates[query]) {
                kept[query][candidate] = values[query][candidate];
            }
        }
        return kept;
    }
}
