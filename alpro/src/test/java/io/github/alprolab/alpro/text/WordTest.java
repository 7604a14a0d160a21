package io.github.alprolab.dsl.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of a text and the places of their pieces. */
class TextWordTest {
    @Test
    void aPieceThatGoesOnWithAWordBelongsToIt() {
        assertThat(TextWord.of(List.of("an", "oct", "##op", "##us", ".")))
                .containsExactly(
                        new TextWord("an", List.of(0)),
                        new TextWord("octopus", List.of(1, 2, 3)),
                        new TextWord(".", List.of(4)));
    }
}
