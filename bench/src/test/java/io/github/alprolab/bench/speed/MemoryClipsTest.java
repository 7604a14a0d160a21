package io.github.alprolab.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.bench.training.BenchmarkSize;
import io.github.alprolab.datasets.Pair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryClipsTest {
    @ParameterizedTest
    @EnumSource(BenchmarkSize.class)
    void everyCaptionFillsTheWordsOfItsSizeAndIsKnownToTheVocabulary(BenchmarkSize size) {
        RandomModel model = RandomModel.of(size.config());

        assertThat(model.vocabulary().size()).isEqualTo(size.config().text().vocabulary());
        try (Tokenizer tokenizer = Tokenizer.bertUncased()) {
            for (Pair pair : new MemoryClips(size, model.words()).pairs(20)) {
                assertThat(tokenizer.pieces(pair.captions().get(0)))
                        .hasSize(size.words() - 2)
                        .isSubsetOf(model.vocabulary().pieces());
            }
        }
    }
}
