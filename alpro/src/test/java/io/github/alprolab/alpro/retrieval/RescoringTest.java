package io.github.alprolab.alpro.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Golden numbers are printed by {@code resources/retrieval/make.py}. */
class RescoringTest {
    private static final double[][] TEST = {
        {2.0, 1.5, -0.5}, {1.8, 0.2, 0.1}, {1.0, 0.4, 0.9}, {-1.0, 0.3, 0.25}
    };
    private static final QueryBank BANK =
            QueryBank.of(new double[][] {{3.0, 0.5, 0.0}, {2.5, -1.0, 1.0}, {1.0, -0.2, 1.2}});

    @Test
    void dualSoftmaxIsThatOfThePublishedCode() {
        isClose(
                Rescoring.dualSoftmax(TEST, TEST),
                new double[][] {
                    {0.894295496346, 0.786741996478, -0.055590646942},
                    {0.658968502678, 0.028588294261, 0.020258552584},
                    {0.164496463719, 0.069835642922, 0.405776141348},
                    {-0.022262175509, 0.047392427122, 0.05884270025}
                });
    }

    @Test
    void invertedSoftmaxIsThatOfThePaper() {
        isClose(
                exponentials(Rescoring.INVERTED_SOFTMAX.normalised(TEST, BANK)),
                new double[][] {
                    {0.211198480951, 1.580657896878, 0.08617452366},
                    {0.172914691358, 0.430779530809, 0.157020219675},
                    {0.077695579149, 0.52615530709, 0.349454925488},
                    {0.01051495321, 0.476085009553, 0.18243146802}
                });
    }

    @Test
    void theDynamicOneLeavesQueriesAloneWhoseBestCandidateNoBankQueryChose() {
        assertThat(BANK.chosen()).containsExactly(true, false, true);
        isClose(
                exponentials(Rescoring.DYNAMIC_INVERTED_SOFTMAX.normalised(TEST, BANK)),
                new double[][] {
                    {0.211198480951, 1.580657896878, 0.08617452366},
                    {0.172914691358, 0.430779530809, 0.157020219675},
                    {0.077695579149, 0.52615530709, 0.349454925488},
                    {0.367879441171, 1.349858807576, 1.284025416688}
                });
    }

    @Test
    void aCandidateThatAttractsEverythingNoLongerWins() {
        Random random = new Random(3);
        double[][] plain = new double[20][20];
        double[][] bank = new double[30][20];
        for (int candidate = 0; candidate < 20; candidate++) {
            double hub = candidate == 7 ? 50 : 0;
            for (int query = 0; query < 20; query++) {
                plain[query][candidate] =
                        hub + random.nextGaussian() + (query == candidate ? 9 : 0);
            }
            for (double[] row : bank) {
                row[candidate] = hub + random.nextGaussian();
            }
        }
        assertThat(RetrievalMetrics.of(plain).r1()).isEqualTo(5);
        assertThat(RetrievalMetrics.of(Rescoring.dualSoftmax(plain, plain)).r1()).isEqualTo(100);
        for (Rescoring rule :
                new Rescoring[] {Rescoring.INVERTED_SOFTMAX, Rescoring.DYNAMIC_INVERTED_SOFTMAX}) {
            double[][] changed = rule.normalised(plain, QueryBank.of(bank));
            assertThat(RetrievalMetrics.of(changed).r1()).as(rule.title()).isEqualTo(100);
        }
    }

    @Test
    void aBankThatLikesAllCandidatesAlikeChangesNoOrder() {
        QueryBank even = QueryBank.of(new double[][] {{1, 1, 1}, {-2, -2, -2}});
        double[][] changed = Rescoring.INVERTED_SOFTMAX.normalised(TEST, even);
        for (int query = 0; query < TEST.length; query++) {
            assertThat(RankingScores.best(changed[query], 3))
                    .containsExactly(RankingScores.best(TEST[query], 3));
        }
    }

    @Test
    void dualSoftmaxGivesEachCandidateOneVoteOverAllQueries() {
        double[][] ones = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
        double[][] votes = Rescoring.dualSoftmax(TEST, ones);
        for (int candidate = 0; candidate < 3; candidate++) {
            int column = candidate;
            assertThat(Arrays.stream(votes).mapToDouble(row -> row[column]).sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void largeScoresDoNotOverflow() {
        double[][] large = {{5000, 4000}, {4990, 4100}};
        assertThat(Rescoring.dualSoftmax(large, large)[0][0]).isFinite();
        assertThat(QueryBank.of(large).attraction()[0]).isCloseTo(5000, within(1e-4));
    }

    @Test
    void anEmptyBankIsRefused() {
        assertThatThrownBy(() -> QueryBank.of(new double[0][]))
                .hasMessageContaining("at least one query");
    }

    private static double[][] exponentials(double[][] scores) {
        return Arrays.stream(scores)
                .map(row -> Arrays.stream(row).map(Math::exp).toArray())
                .toArray(double[][]::new);
    }

    private static void isClose(double[][] found, double[][] expected) {
        for (int query = 0; query < expected.length; query++) {
            assertThat(found[query]).containsExactly(expected[query], within(1e-11));
        }
    }
}
