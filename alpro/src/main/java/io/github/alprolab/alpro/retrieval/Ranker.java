package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.config.Reranking;
import java.util.Arrays;
import java.util.BitSet;

/** Ranks clips for texts and texts for clips, by VTC alone or with VTM over it. */
public final class Ranker {
    private final PairJudge judge;

    /** By what a judge says of the pairs that VTM is asked about. */
    public Ranker(PairJudge judge) {
        this.judge = judge;
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
        BitSet[] wanted = wanted(RankingScores.candidates(similarity, reranking), textsOfClip);
        double[][] odds = new double[texts.count()][videos.count()];
        Arrays.stream(odds).forEach(row -> Arrays.fill(row, Double.NaN));
        judge.score(
                texts,
                videos,
                wanted,
                (text, clip, noMatch, match) -> odds[text][clip] = (double) match - noMatch);
        return RankingScores.of(similarity, odds, reranking);
    }

    private static BitSet[] wanted(int[][] clipsOfText, int[][] textsOfClip) {
        BitSet[] clips = new BitSet[clipsOfText.length];
        for (int text = 0; text < clips.length; text++) {
            clips[text] = new BitSet();
            Arrays.stream(clipsOfText[text]).forEach(clips[text]::set);
        }
        for (int clip = 0; clip < textsOfClip.length; clip++) {
            for (int text : textsOfClip[clip]) {
                clips[text].set(clip);
            }
        }
        return clips;
    }
}
