package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpriteTableTest {
    private final List<Noun> nouns = SpriteTable.nouns();

    @Test
    void holds174DifferentSingleLowerCaseWordsInOrder() {
        assertThat(nouns).hasSize(174);
        assertThat(nouns.stream().map(Noun::name))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(name -> name.matches("[a-z]+"));
    }

    @Test
    void everyNounHasAPictureOfItsOwnThatFillsMuchOfItsCell() {
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
    void articlesFollowTheSoundAndTheNumberOfTheNoun() {
        assertThat(nouns.stream().map(Article.A::before))
                .contains("an ambulance", "a unicorn", "an owl", "a dog", "an eagle")
                .contains("some grapes", "some bacon", "some jeans");
        assertThat(nouns.stream().map(Article.ONE::before)).contains("one dog", "some grapes");
        assertThat(nouns.stream().map(Article.THE::before)).contains("the dog", "the grapes");
    }
}
