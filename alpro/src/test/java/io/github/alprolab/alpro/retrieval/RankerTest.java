package io.github.alprolab.alpro.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankerTest {
    private static final int TEXTS = 7;
    private static final int CLIPS = 5;
    private static final int LENGTH = 6;
    private static final AlproConfig CONFIG =
            new AlproConfig(
                    new VideoConfig(8, 4, 2, 8, 1, 2, 16, 0),
                    new TextConfig(20, 8, 3, 1, 2, 16, 8, 0),
                    8);

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private AlproModel model;
    private TextFeatures texts;
    private VideoFeatures videos;
    private double[][] similarity;
    private double[][] odds;

    @BeforeEach
    void encode() {
        StateDict state = new StateDict(compute, new RandomStreams(2));
        model = new AlproModel(state.root(), CONFIG, 0.07);
        Random random = new Random(1);
        similarity = new double[TEXTS][CLIPS];
        odds = new double[TEXTS][CLIPS];
        try (Scope scope = compute.scope()) {
            float[] frames = new float[CLIPS * 2 * 3 * 8 * 8];
            for (int i = 0; i < frames.length; i++) {
                frames[i] = (float) random.nextGaussian();
            }
            Tensor ids =
                    scope.of(random.longs((long) TEXTS * LENGTH, 5, 20).toArray(), TEXTS, LENGTH);
            float[] seen = new float[TEXTS * LENGTH];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = i % LENGTH < 3 + i / LENGTH % 4 ? 1 : 0;
            }
            Tensor mask = scope.of(seen, TEXTS, LENGTH);
            Tensor text = model.text(ids, mask, false);
            Tensor video = model.video(scope.of(frames, CLIPS, 2, 3, 8, 8), false);
            texts =
                    TextFeatures.of(
                            compute, model, new TokenBatch(TEXTS, LENGTH, ids.longs(), seen));
            videos = VideoFeatures.of(compute, model, video);
            for (int t = 0; t < TEXTS; t++) {
                for (int c = 0; c < CLIPS; c++) {
                    similarity[t][c] = random.nextGaussian();
                    odds[t][c] = alone(scope, text, mask, video, t, c);
                }
            }
        }
    }

    @AfterEach
    void close() {
        compute.close();
    }

    /** One pair by the whole fusion encoder, every token of the last layer. */
    private double alone(Scope scope, Tensor text, Tensor mask, Tensor video, int t, int c) {
        int rows = LENGTH + 1 + CONFIG.video().patches();
        Tensor fused =
                model.fuse(text.rows(t), mask.rows(t), video.rows(c), rows, false).select(1, 0);
        float[] logits = model.matching(fused).floats();
        return (double) logits[1] - logits[0];
    }

    @Test
    void everyPairIsScoredAsIfItStoodAlone() {
        RankingScores scores = scores(Reranking.all());
        for (int t = 0; t < TEXTS; t++) {
            for (int c = 0; c < CLIPS; c++) {
                assertThat(scores.textToVideo()[t][c]).isCloseTo(odds[t][c], within(1e-5));
                assertThat(scores.videoToText()[c][t]).isCloseTo(odds[t][c], within(1e-5));
            }
        }
    }

    @Test
    void theBestByVtcAreOrderedByVtmAndTheOthersFollowByVtc() {
        RankingScores scores = scores(Reranking.top(2));
        for (int t = 0; t < TEXTS; t++) {
            int[] byVtc = RankingScores.best(similarity[t], CLIPS);
            int[] ranked = RankingScores.best(scores.textToVideo()[t], CLIPS);
            assertThat(new int[] {ranked[0], ranked[1]})
                    .containsExactlyInAnyOrder(byVtc[0], byVtc[1]);
            assertThat(odds[t][ranked[0]]).isGreaterThanOrEqualTo(odds[t][ranked[1]]);
            for (int place = 2; place < CLIPS; place++) {
                assertThat(ranked[place]).isEqualTo(byVtc[place]);
            }
        }
    }

    @Test
    void withoutRerankingTheScoresAreVtcs() {
        RankingScores scores = scores(Reranking.none());
        assertThat(scores.textToVideo()).isDeepEqualTo(similarity);
        assertThat(scores.videoToText()).isDeepEqualTo(RetrievalMetrics.transposed(similarity));
    }

    @Test
    void theReferenceRoundsTheProbabilityToFourDecimals() {
        RankingScores scores = scores(Reranking.likeReferenceCode());
        double probability = 1 / (1 + Math.exp(-odds[3][2]));
        assertThat(scores.textToVideo()[3][2]).isCloseTo(probability, within(5.1e-5));
        assertThat(scores.textToVideo()[3][2] * 1e4 % 1).isCloseTo(0, within(1e-7));
    }

    @Test
    void roundingMakesTiesThatLogOddsKeepApart() {
        double[][] sure = {{12, 14, 13}};
        double[][] vtc = {{0, 0, 0}};
        double[][] exact = RankingScores.combined(vtc, sure, false);
        double[][] rounded = RankingScores.combined(vtc, sure, true);
        assertThat(RetrievalMetrics.ranks(exact, new int[][] {{2}})).containsExactly(2);
        assertThat(RetrievalMetrics.ranks(rounded, new int[][] {{2}})).containsExactly(3);
    }

    @Test
    void aClipWithSeveralCaptionsIsFoundByAnyOfThem() {
        GroundTruth truth = GroundTruth.of(2, 1);
        double[][] scores = {{.1, .9}, {.8, .2}, {.3, .4}};
        RankingScores ranking = RankingScores.of(scores);
        assertThat(truth.textToVideo(truth.ranksOfClips(ranking)))
                .isEqualTo(new RetrievalMetrics(2, 200 / 3.0, 100, 100, 1, 4 / 3.0));
        assertThat(truth.videoToText(truth.ranksOfTexts(ranking)))
                .isEqualTo(new RetrievalMetrics(3, 50, 100, 100, 1.5, 1.5));
    }

    @Test
    void theOrderIsRebuiltFromSimilaritiesAndWhatVtmSaid() {
        for (Reranking reranking : List.of(Reranking.top(2), Reranking.all())) {
            RankingScores measured = scores(reranking);
            RankingScores rebuilt =
                    RankingScores.of(
                            measured.similarity(), measured.match().orElseThrow(), reranking);
            assertThat(rebuilt.textToVideo()).isDeepEqualTo(measured.textToVideo());
            assertThat(rebuilt.videoToText()).isDeepEqualTo(measured.videoToText());
        }
        assertThat(scores(Reranking.none()).match()).isEmpty();
    }

    @Test
    void aSearchForClipsJudgesTheCandidatesOfItsTextsAlone() {
        Reranking two = Reranking.top(2);
        Ranker ranker = new Ranker(new MatchingScorer(compute, model));
        RankingScores both = scores(two);
        RankingScores clips = ranker.clips(texts, videos, similarity, two);
        for (int t = 0; t < TEXTS; t++) {
            assertThat(RankingScores.best(clips.textToVideo()[t], CLIPS))
                    .containsExactly(RankingScores.best(both.textToVideo()[t], CLIPS));
            double[] judged = clips.match().orElseThrow()[t];
            assertThat(Arrays.stream(judged).filter(v -> !Double.isNaN(v)).count()).isEqualTo(2);
        }
    }

    private RankingScores scores(Reranking reranking) {
        return new Ranker(new MatchingScorer(compute, model))
                .scores(texts, videos, similarity, reranking);
    }
}
