package io.github.alprolab.alpro.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts as rows of word pieces. */
class TokenBatchTest {
    private static final List<String> TEXTS =
            List.of("A hippopotamus, disappearing!", "a dog", "Zwei Zebras");

    @Test
    void wordsArePutTogetherAgainFromTheirPieces() {
        Vocabulary words = Vocabulary.bertUncased();
        TokenBatch batch = TokenBatch.of(TEXTS, Tokenizer.bertUncased(), words, 20);

        assertThat(batch.words(0, words))
                .containsExactly("a", "hippopotamus", ",", "disappearing", "!");
        assertThat(batch.words(1, words)).as("padding is no word").containsExactly("a", "dog");
        assertThat(batch.words(2, words)).containsExactly("zwei", "zebras");
    }

    @Test
    void aTextThatWasCutKeepsTheWordsThatFit() {
        Vocabulary words = Vocabulary.bertUncased();

        assertThat(TokenBatch.of(TEXTS, Tokenizer.bertUncased(), words, 3).words(1, words))
                .containsExactly("a");
    }
}
