package io.github.alprolab.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.Samples;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.readers.CaptionFiles;
import io.github.alprolab.datasets.sprites.MovingSprites;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntityMinerTest {
    private static List<String> entities(List<EntityCount> counts) {
        return counts.stream().map(EntityCount::entity).toList();
    }

    @Test
    void findsNearlyAllNounsOfTheCorpusAtTheTopOfTheList() {
        MovingSprites corpus = MovingSprites.corpus();
        List<String> captions =
                corpus.scripts(Split.TRAIN).stream()
                        .limit(2000)
                        .flatMap(script -> script.captions().stream())
                        .toList();
        List<String> found = entities(EntityMiner.english().nouns(captions));
        Set<String> missed = new HashSet<>(corpus.nouns());
        missed.removeAll(found.subList(0, corpus.nouns().size()));
        assertThat(missed).hasSizeLessThanOrEqualTo(4);
        assertThat(found).hasSizeLessThanOrEqualTo(corpus.nouns().size() + 8);
    }

    @Test
    void findsAllNounsOfTheWholeCorpusAndNothingElse() {
        MovingSprites corpus = MovingSprites.corpus();
        Stream<String> captions =
                corpus.scripts(Split.TRAIN).stream().flatMap(script -> script.captions().stream());
        assertThat(entities(EntityMiner.english().mine(captions).entities()))
                .containsExactlyInAnyOrderElementsOf(corpus.nouns());
    }

    @Test
    void countsPluralsWithTheirSingularWhenBothAreUsed() {
        List<EntityCount> counts =
                EntityMiner.english()
                        .nouns(
                                List.of(
                                        "two dogs play in the garden",
                                        "a dog sleeps in the garden"));
        assertThat(counts)
                .contains(new EntityCount("dog", 2), new EntityCount("garden", 2))
                .extracting(EntityCount::entity)
                .doesNotContain("dogs");
    }

    @Test
    void keepsAPluralOfWhichTheSingularIsNeverUsed() {
        assertThat(entities(EntityMiner.english().nouns(List.of("a man wears blue jeans"))))
                .contains("man", "jeans");
    }

    @Test
    void leavesOutWordsThatNameTheVideo() {
        assertThat(entities(EntityMiner.english().nouns(List.of("A video footage of a Dog."))))
                .containsExactly("dog");
    }

    @Test
    void ordersByCountThenByWord() {
        List<String> captions =
                List.of("a cat and a dog", "a cat and an apple", "the zebra near the cat");
        assertThat(entities(EntityMiner.english().nouns(captions)))
                .containsExactly("cat", "apple", "dog", "zebra");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(EntityMiner.english().nouns(Collections.emptyList())).isEmpty();
        assertThat(EntityMiner.english().nouns(List.of("", " ", "?!"))).isEmpty();
    }

    @Test
    void aLongStreamGivesTheSameAsItsPartsOnAnyNumberOfProcessors() {
        List<String> some = List.of("a dog runs", "the cats sleep", "a man and his dog");
        Stream<String> captions =
                Stream.iterate(0, i -> i + 1).limit(9000).map(i -> some.get(i % 3));

        MinedEntities mined = EntityMiner.english().mine(captions);

        assertThat(mined.captions()).isEqualTo(9000);
        assertThat(mined.errorBound()).isZero();
        assertThat(mined.entities())
                .startsWith(new EntityCount("dog", 6000))
                .contains(new EntityCount("man", 3000));
    }

    @Test
    void theStreamIsClosed() {
        boolean[] closed = {false};
        EntityMiner.english().mine(Stream.of("a dog").onClose(() -> closed[0] = true));
        assertThat(closed[0]).isTrue();
    }

    /** Speed is measured by {@code ./lab bench mine}, not here. */
    @Test
    void theNounsOfAllCaptionsOfMsvd() {
        Path captions = Samples.require("annotations/msvd_captions.json");

        MinedEntities mined =
                EntityMiner.english()
                        .mine(CaptionFiles.msvd(captions).flatMap(row -> row.captions().stream()));

        assertThat(mined.captions()).isEqualTo(80827);
        assertThat(mined.errorBound()).isZero();
        assertThat(entities(mined.entities()).subList(0, 10))
                .startsWith("man", "woman", "person")
                .contains("dog", "cat")
                .doesNotContain("video", "piece", "group", "men", "women");
    }
}
