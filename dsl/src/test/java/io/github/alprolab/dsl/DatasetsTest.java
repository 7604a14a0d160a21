package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.catalogue.Catalogue;
import io.github.alprolab.datasets.parquet.ListedClips;
import io.github.alprolab.datasets.readers.WebDataset;
import io.github.alprolab.datasets.video.VideoWriter;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of videos and an annotation file become pairs, entities and checks. */
class DatasetsTest {
    @TempDir Path place;

    private void video(String name, int level) throws IOException {
        byte[] rgb = new byte[6 * 32 * 32 * 3];
        Arrays.fill(rgb, (byte) level);
        Files.createDirectories(place.resolve("videos"));
        VideoWriter.write(place.resolve("videos").resolve(name), Frames.of(6, 32, 32, rgb), 10);
    }

    private void lines(String file, String... namesAndCaptions) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < namesAndCaptions.length; i += 2) {
            lines.append(
                    "{\"clip_name\": \"%s\", \"caption\": \"%s\"}\n"
                            .formatted(namesAndCaptions[i], namesAndCaptions[i + 1]));
        }
        Files.writeString(place.resolve(file), lines);
    }

    @Test
    void whatOtherProgramsHandOnIsToldApartByItsEnding() throws IOException {
        Files.createFile(place.resolve("clips.tar"));
        PairDataset list = Datasets.of(place.resolve("clips.parquet"));
        PairDataset tar = Datasets.of(place.resolve("clips.tar").toString());

        assertThat(list).isInstanceOf(ListedClips.class);
        assertThat(tar).isInstanceOf(WebDataset.class);
        assertThat(list.toString()).startsWith("Datasets.of(").contains("clips.parquet\"");
        assertThatThrownBy(() -> Datasets.of(place.resolve("none.tar")))
                .hasMessageContainingAll("1 of 1 tars are not there", "none.tar");
    }

    @Test
    void aFolderOfVideosAndLinesOfCaptionsArePairs() throws IOException {
        video("video1.mp4", 10);
        video("video2.mp4", 90);
        lines("train.jsonl", "video1", "a dog runs", "video1", "a dog in a garden");
        lines("test.jsonl", "video2", "a cat sleeps");

        Pairs pairs = Pairs.of(Datasets.msrvtt(place)).frames(2).size(16);

        assertThat(pairs.describe().cell(0, 1)).isEqualTo("1");
        assertThat(pairs.describe().cell(0, 2)).isEqualTo("2");
        assertThat(pairs.describe().title()).startsWith("MSRVTT · 2 frames of 16 pixels");
        assertThat(pairs.only(Split.TEST).sample(1).get(0).frames().count()).isEqualTo(2);
        assertThat(Entities.nouns(pairs).names()).contains("dog", "cat", "garden");
    }

    @Test
    void annotationFilesAreCountedAndABrokenOneSaysWhy() throws IOException {
        lines("train.jsonl", "video1", "a dog runs", "video1", "a dog in a garden");
        Files.writeString(place.resolve("a.csv"), "nothing\nknown\n");
        Files.writeString(place.resolve("read.me"), "text");

        assertThat(Datasets.annotations(place).toString())
                .containsPattern("train\\.jsonl +published retrieval jsonl +2 +1 +2")
                .containsPattern("a\\.csv +is of no kind known here +0 +0 +0")
                .doesNotContain("read.me");
        assertThatThrownBy(() -> Datasets.annotations(place.resolve("none")))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("No annotations are found in " + place.resolve("none"));
    }

    @Test
    void whatIsMissingIsAdvisedAsC10() throws IOException {
        assertThatThrownBy(() -> Datasets.didemo(place.resolve("none")))
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll(
                        "C10", place.resolve("none").toString(), "Datasets.list()");
        video("video1.mp4", 10);
        lines("train.jsonl", "video1", "a dog", "gone", "a cat");
        Pairs pairs = Pairs.of(Datasets.jsonl(place));
        assertThatThrownBy(() -> pairs.pairs(Split.TRAIN))
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll(
                        "C10", "1 of 2 videos of TRAIN", "[gone]", "presentOnly()");
        assertThatThrownBy(pairs::hash).isInstanceOf(AdviceException.class);
        assertThat(Pairs.of(Datasets.jsonl(place).presentOnly()).pairs(Split.TRAIN)).hasSize(1);
    }

    @Test
    void aCheckThrowsNothingForDataThatAreMissing() throws IOException {
        video("video1.mp4", 10);
        lines("train.jsonl", "video1", "a dog", "gone", "a cat");
        assertThat(vtc(Pairs.of(Datasets.jsonl(place))).check().toString())
                .contains("✗ C10  ", "1 of 2 videos of TRAIN", "[gone]")
                .contains("→ Datasets.jsonl(Path.of(\"" + place + "\")).presentOnly()")
                .doesNotContain("movingSprites");
        Pairs present = Pairs.of(Datasets.jsonl(place).presentOnly());
        assertThat(vtc(present).check().all().toString())
                .contains("· C10  1 videos of TRAIN are missing and left out");
        Files.delete(place.resolve("train.jsonl"));
        lines("test.jsonl", "video1", "a dog");
        assertThat(vtc(Pairs.of(Datasets.jsonl(place))).check().toString())
                .contains("✗ C10  TRAIN has 0 pairs; training needs some.")
                .contains("→ annotations of TRAIN in the folder, such as train.jsonl;");
        assertThat(vtc(Pairs.of(Datasets.colours(8, 0, 4))).check().toString())
                .contains("! C10  VALIDATION has 0 pairs: nothing is measured while it trains")
                .contains("→ Datasets.colours(64, 64, 64)");
        assertThat(vtc(Pairs.of(Datasets.colours(8, 8, 4)).only(Split.TEST)).check().toString())
                .contains("✗ C10  TRAIN has 0 pairs", "→ leave .only(Split.TEST) out");
    }

    private static Pretraining vtc(Pairs pairs) {
        return Experiment.pretraining("overlap")
                .pairs(pairs.frames(2).size(32))
                .encoders(Tiny.ENCODERS)
                .losses(Losses.of(Objective.VTC));
    }

    @Test
    void aFolderIsGivenAsTextAsWell() throws IOException {
        video("video1.mp4", 10);
        lines("train.jsonl", "video1", "a dog");
        String text = place.toString();

        assertThat(Datasets.jsonl(text)).isEqualTo(Datasets.jsonl(place));
        assertThat(Datasets.jsonl(text).toString())
                .isEqualTo("Datasets.jsonl(Path.of(\"" + text + "\"))");
        assertThat(Datasets.annotations(text).rows()).isEqualTo(1);
        assertThatThrownBy(() -> Datasets.jsonl("~/no-such-folder"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining(System.getProperty("user.home") + "/no-such-folder");
    }

    @Test
    void everyReaderOfTheCatalogueTakesAPathAndAText() {
        Set<String> readers =
                Stream.of(Datasets.class.getMethods())
                        .filter(m -> m.getParameterCount() == 1)
                        .filter(m -> m.getParameterTypes()[0] == String.class)
                        .map(Method::getName)
                        .collect(Collectors.toSet());
        assertThat(readers)
                .containsAll(
                        Stream.of(Datasets.class.getMethods())
                                .filter(m -> m.getParameterCount() == 1)
                                .filter(m -> m.getParameterTypes()[0] == Path.class)
                                .map(Method::getName)
                                .toList());
        assertThat(Catalogue.entries())
                .allMatch(e -> readers.contains(e.dsl().replaceAll("Datasets\\.|\\(.*", "")));
    }

    @Test
    void questionsOfAFolderAreDescribedByTheirAnnotations() throws IOException {
        video("video7.mp4", 10);
        Files.writeString(
                place.resolve("train.csv"),
                "video,question,answer\nvideo7,who runs?,dog\nvideo7,what runs?,dog\n");
        Files.writeString(place.resolve("test.csv"), "video,question,answer\ngone,who?,cat\n");

        Questions questions = Questions.of(Datasets.questions(place)).size(16);
        Questions present = Questions.of(Datasets.questions(place).presentOnly());

        assertThat(present.only(Split.TRAIN).describe().cell(0, 1)).isEqualTo("2");
        assertThat(questions.toString()).startsWith("Questions.of(Datasets.questions(Path.of(");
        assertThat(present.size(16).sample(1).get(0).frames().count()).isEqualTo(8);
        assertThatThrownBy(() -> questions.asked(Split.TEST))
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C10", "[gone]", "presentOnly()");
        assertThat(present.asked(Split.TEST)).isEmpty();
    }

    @Test
    void aVideoOfTwoSplitsIsWarnedOf() throws IOException {
        video("video1.mp4", 10);
        Files.copy(place.resolve("videos/video1.mp4"), place.resolve("videos/again.mp4"));
        lines("train.jsonl", "video1", "a dog");
        lines("test.jsonl", "again", "a dog");
        assertThat(
                        Experiment.pretraining("overlap")
                                .pairs(Pairs.of(Datasets.jsonl(place)).frames(2).size(32))
                                .encoders(Tiny.ENCODERS)
                                .losses(Losses.of(Objective.VTC))
                                .check()
                                .toString())
                .contains(
                        "! C11  1 videos are in two splits (same content). First: again in TEST is video1 in TRAIN.");
    }

    @Test
    void theCatalogueIsATable() throws IOException {
        assertThat(Datasets.list().rows()).isEqualTo(12);
        assertThat(Datasets.list().toString()).contains("MSRVTT", "licence", "where to get it");
        Files.createDirectories(place.resolve("didemo"));
        Files.createFile(place.resolve("didemo/a.mov"));
        int found = Datasets.list(place).columns().indexOf("found");
        assertThat(Datasets.list(place).cell(0, found)).isEqualTo("nothing");
        assertThat(Datasets.list(place).cell(1, found))
                .isEqualTo("1 videos, 0 annotation files, 0 archives");
    }

    @Test
    void entitiesAreSavedInThePublishedFormatAndReadBack() throws IOException {
        Path file = Files.writeString(place.resolve("nouns.txt"), "man 30\nwoman 20\ndog 4\n");
        Entities entities = Entities.file(file);
        assertThat(entities.names()).containsExactly("man", "woman", "dog");
        assertThat(entities.rare()).isEqualTo(1);
        Path saved = place.resolve("saved.txt");
        assertThat(entities.top(2).save(saved)).isEqualTo(entities.top(2));
        assertThat(saved).hasContent("man 30\nwoman 20\n");
        assertThat(Entities.file(saved)).isEqualTo(entities.top(2));
    }

    @Test
    void anEntityFileThatCannotBeReadOrSavedSaysWhy() throws IOException {
        assertThatThrownBy(() -> Entities.file(place.resolve("none.txt")))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("none.txt");
        assertThatThrownBy(() -> Entities.of("hot dog").save(place.resolve("a.txt")))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("\"hot dog\" cannot be saved");
    }
}
