package io.github.alprolab.alpro.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of a text and the places of their pieces. */
class WordTest {
    @Test
    void aPieceThatGoesOnWithAWordBelongsToIt() {
        assertThat(Word.of(List.of("an", "oct", "##op", "##us", ".")))
                .containsExactly(
                        new Word("an", List.of(0)),
                        new Word("octopus", List.of(1, 2, 3)),
                        new Word(".", List.of(4)));
    }
}
