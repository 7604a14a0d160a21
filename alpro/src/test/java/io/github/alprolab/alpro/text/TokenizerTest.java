package io.github.alprolab.alpro.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The offline tokenizer gives the published ids of bert-base-uncased (docs/method.md section 5.7).
 */
class TokenizerTest {
    private static final Tokenizer TOKENIZER = Tokenizer.bertUncased();
    private static final Vocabulary ALL = Vocabulary.bertUncased();

    @AfterAll
    static void close() {
        TOKENIZER.close();
    }

    private static long[] ids(String text) {
        TokenBatch batch = TokenBatch.of(List.of(text), TOKENIZER, ALL, 512);
        return batch.ids();
    }

    @Test
    void theVocabularyIsWholeAndItsSpecialPiecesAreWhereTheyBelong() {
        assertThat(ALL.size()).isEqualTo(30522);
        assertThat(ALL.id(Vocabulary.PADDING)).isZero();
        assertThat(ALL.id(Vocabulary.UNKNOWN)).isEqualTo(100);
        assertThat(ALL.id(Vocabulary.START)).isEqualTo(101);
        assertThat(ALL.id(Vocabulary.END)).isEqualTo(102);
        assertThat(ALL.id(Vocabulary.MASK)).isEqualTo(103);
        assertThat(ALL.piece(30521)).isEqualTo("##～");
    }

    /** Ids that the tokenizer's authors print in their course. */
    @Test
    void sentencesHaveTheIdsThatOthersPublished() {
        assertThat(ids("I've been waiting for a HuggingFace course my whole life."))
                .containsExactly(
                        101, 1045, 1005, 2310, 2042, 3403, 2005, 1037, 17662, 12172, 2607, 2026,
                        2878, 2166, 1012, 102);
        assertThat(ids("I hate this so much!"))
                .containsExactly(101, 1045, 5223, 2023, 2061, 2172, 999, 102);
    }

    @Test
    void capitalsAndAccentsAreFolded() {
        assertThat(ids("HELLO wörld")).containsExactly(101, 7592, 2088, 102);
        assertThat(ids("Café naïve")).containsExactly(101, 7668, 15743, 102);
        assertThat(ids("cafe\u0301")).containsExactly(ids("café"));
    }

    @Test
    void punctuationAndChineseCharactersStandAlone() {
        assertThat(TOKENIZER.pieces("well-known, (isn't it?)"))
                .containsExactly("well", "-", "known", ",", "(", "isn", "'", "t", "it", "?", ")");
        assertThat(TOKENIZER.pieces("北京 is中国")).containsExactly("北", "京", "is", "中", "国");
        assertThat(ids("北京中国")).containsExactly(101, 1781, 1755, 1746, 1799, 102);
    }

    @Test
    void whiteSpaceAndControlCharactersSeparateOrVanish() {
        assertThat(ids(" a\tdog\n\u00a0runs\u0000 ")).containsExactly(ids("a dog runs")).hasSize(5);
        assertThat(ids("")).containsExactly(101, 102);
    }

    @Test
    void rareWordsAreCutIntoPiecesAndStrangeOnesAreUnknown() {
        assertThat(TOKENIZER.pieces("unaffable")).containsExactly("una", "##ffa", "##ble");
        assertThat(ids("\ud83e\udd9c")).containsExactly(101, 100, 102);
        assertThat(ids("x".repeat(101))).containsExactly(101, 100, 102);
    }

    @Test
    void longTextsAreCutBeforeTheEndPieceAndShortOnesPadded() {
        TokenBatch batch =
                TokenBatch.of(List.of("a dog " + "runs ".repeat(60), "a dog"), TOKENIZER, ALL, 30);
        assertThat(batch.length()).isEqualTo(30);
        long[] first = Arrays.copyOf(batch.ids(), 30);
        long[] second = Arrays.copyOfRange(batch.ids(), 30, 60);
        assertThat(first).startsWith(101, 1037, 3899).endsWith(102).doesNotContain(0);
        assertThat(second).startsWith(101, 1037, 3899, 102, 0).endsWith(0);
        assertThat(Arrays.copyOfRange(batch.mask(), 30, 36)).containsExactly(1, 1, 1, 1, 0, 0);
    }
}
