package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpriteTableTest {
    private final List<Noun> nouns = SpriteTable.nouns();

    @Test
    void holds_174_different_single_lower_case_words_in_order() {
        assertThat(nouns).hasSize(174);
        assertThat(nouns.stream().map(Noun::name))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(name -> name.matches("[a-z]+"));
    }

    @Test
    void every_noun_has_a_picture_of_its_own_that_fills_much_of_its_cell() {
        assertThat(nouns.stream().map(SpriteAtlas.shared()::picture))
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .extracting(SpritePicture::bounds)
                .allSatisfy(
                        box -> {
                            int longer =
                                    Math.max(box.right() - box.left(), box.bottom() - box.top());
                            assertThat(longer).isBetween(SpritePicture.SIDE / 2, 64);
                        });
    }

    @Test
    void articles_follow_the_sound_and_the_number_of_the_noun() {
        assertThat(nouns.stream().map(Article.A::before))
                .contains("an ambulance", "a unicorn", "an owl", "a dog", "an eagle")
                .contains("some grapes", "some bacon", "some jeans");
        assertThat(nouns.stream().map(Article.ONE::before)).contains("one dog", "some grapes");
        assertThat(nouns.stream().map(Article.THE::before)).contains("the dog", "the grapes");
    }
}
