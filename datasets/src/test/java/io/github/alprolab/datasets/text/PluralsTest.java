package io.github.alprolab.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {
    @ParameterizedTest
    @CsvSource({
        "dogs,dog",
        "buses,bus",
        "cherries,cherry",
        "wolves,wolf",
        "knives,knife",
        "men,man",
        "foxes,fox",
        "axes,axe",
        "potatoes,potato",
        "movies,movie"
    })
    void guessesTheSingular(String plural, String singular) {
        assertThat(Plurals.singulars(plural)).contains(singular);
    }

    @Test
    void aWordThatIsNoPluralHasNoSingular() {
        assertThat(Plurals.singulars("dog")).isEmpty();
        assertThat(Plurals.singulars("grass")).isEmpty();
    }
}
