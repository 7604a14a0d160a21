package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.objective.MaskedWords;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ranks with ties, and which words MLM hides. */
class RetrievalConformanceTest {

    /** Five queries: ranks 1, 3 (behind two equal ones before it), 1 (before its equal), 5, 2. */
    @Test
    void tiesKeepColumnOrderAndAnEvenCountTakesTheMiddle() {
        double[][] scores = {
            {.9, .1, .2, .3, .4},
            {.5, .5, .5, .1, .1},
            {.2, .1, .7, .7, .1},
            {.9, .8, .7, .1, .6},
            {.1, .2, .9, .3, .5},
        };
        scores[1][2] = .6;
        assertThat(RetrievalMetrics.ranks(scores)).containsExactly(1, 3, 1, 5, 2);
        RetrievalMetrics five = RetrievalMetrics.of(scores);
        assertThat(five).isEqualTo(new RetrievalMetrics(5, 40, 100, 100, 2, 2.4));
        double[][] four = {{.9, .1, .2, .3}, {.5, .4, .3, .1}, {.9, .8, .7, .1}, {.9, .8, .7, .1}};
        assertThat(RetrievalMetrics.ranks(four)).containsExactly(1, 2, 3, 4);
        assertThat(RetrievalMetrics.of(four).medianRank()).isEqualTo(2.5);
    }

    @Test
    void fifteenPercentAreHiddenAndNoSpecialPieceEver() {
        try (Tokenizer tokenizer = Tokenizer.bertUncased()) {
            Vocabulary words = Vocabulary.covering(List.of("a dog moves left", "red"), tokenizer);
            long[] ids = new Random(4).longs(300_000, 0, words.size()).toArray();
            long mask = words.id(Vocabulary.MASK);
            MaskedWords drawn =
                    MaskedWords.draw(ids, 0.15, words::ordinary, mask, words.size(), new Random(5));
            int masked = 0;
            for (int i = 0; i < drawn.labels().length; i++) {
                assertThat(words.ordinary(drawn.labels()[i])).isTrue();
                masked += drawn.ids()[drawn.positions()[i]] == mask ? 1 : 0;
            }
            double selected = drawn.labels().length;
            double ordinary = Arrays.stream(ids).filter(words::ordinary).count();
            assertThat(selected / ordinary).isCloseTo(0.15, within(0.005));
            // 80 % and the tenth of a tenth that a random piece hits by chance.
            assertThat(masked / selected).isCloseTo(0.8 + 0.1 / words.size(), within(0.015));
        }
    }
}
