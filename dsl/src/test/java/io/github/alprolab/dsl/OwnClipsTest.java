package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.video.VideoWriter;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.ScatterMap;
import io.github.alprolab.dsl.table.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of videos that nobody wrote captions for. */
class OwnClipsTest extends OnTrainedModel {
    @TempDir Path films;

    /** Two videos, one of them below, a cut one, a page that was saved as a video, and notes. */
    @BeforeEach
    void film() throws IOException {
        Path below = Files.createDirectories(films.resolve("garden"));
        VideoWriter.write(films.resolve("a red wall.mp4"), frames(200), 10);
        VideoWriter.write(below.resolve("dark.mp4"), frames(20), 10);
        byte[] whole = Files.readAllBytes(films.resolve("a red wall.mp4"));
        Files.write(films.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(films.resolve("holiday.mp4"), "<html>404</html>");
        Files.writeString(films.resolve("notes.txt"), "no video");
    }

    private static Frames frames(int level) {
        byte[] rgb = new byte[6 * 48 * 64 * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) level;
        }
        return Frames.of(6, 48, 64, rgb);
    }

    @Test
    void aSurveySaysWhatDecodesAndWhyTheOthersDoNot() {
        DataTable survey = Clips.folder(films).survey();

        assertThat(survey.title()).isEqualTo("4 clips · 2 cannot be read");
        assertThat(rows(survey))
                .satisfiesExactly(
                        row -> assertThat(row).contains("a red wall.mp4", "64×48", "✓ decodes"),
                        row -> assertThat(row.toString()).contains("cut.mp4", "✗ TRUNCATED"),
                        row -> assertThat(row).contains("garden/dark.mp4", "6", "0.6"),
                        row -> assertThat(row.toString()).contains("holiday.mp4", "✗ NOT_A_VIDEO"));
        assertThat(Clips.folder(films).readable().survey().title())
                .isEqualTo("2 clips, all can be read");
    }

    private static List<List<String>> rows(DataTable table) {
        return java.util.stream.IntStream.range(0, table.rows())
                .mapToObj(
                        r ->
                                java.util.stream.IntStream.range(0, table.columns().size())
                                        .mapToObj(c -> table.cell(r, c))
                                        .toList())
                .toList();
    }

    @Test
    void oneThatCannotBeReadIsNamedWithTheCallThatLeavesItOut() {
        assertThatThrownBy(() -> Clips.folder(films).strips())
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C30", "cut.mp4", "clips.readable()");
        assertThat(Clips.folder(films).readable()).hasSize(2);
    }

    @Test
    void theyAreSeenThroughOtherFrames() {
        Clips clips = Clips.folder(films).readable();
        Clips small = clips.frames(2).size(32);

        assertThat(clips.get(0).frames()).isEqualTo(clips.get(0).frames());
        assertThat(clips.get(0).frames().count()).isEqualTo(4);
        assertThat(small.get(0).frames().count()).isEqualTo(2);
        assertThat(small.get(1).frames().width()).isEqualTo(32);
        assertThat(small.first(1)).hasSize(1);
        assertThatThrownBy(() -> clips.frames(0)).hasMessageContaining("C27");
        assertThatThrownBy(() -> clips.size(0)).hasMessageContaining("C27");
        assertThatThrownBy(() -> clips.first(0)).hasMessageContaining("C27");
    }

    @Test
    void aClipWithoutCaptionIsCalledByItsNameAlone() {
        Clips clips = Clips.folder(films).readable();
        assertThat(clips.get(0)).hasToString("a red wall.mp4");
        assertThat(clips.strips().picture().words())
                .isEqualTo("\n1. a red wall.mp4\n2. garden/dark.mp4");
    }

    @Test
    void clipsOfADataSetAndVideosOfAFolderAreSavedAsFiles() throws IOException {
        Path saved = films.resolve("saved");
        trained.test().sample(2).size(48).save(saved);
        Clips.folder(films).readable().first(1).save(saved);
        Clips back = Clips.folder(saved);

        assertThat(back).hasSize(3);
        assertThat(back.survey().title()).isEqualTo("3 clips, all can be read");
        assertThat(saved.resolve("a red wall.mp4"))
                .hasSameBinaryContentAs(films.resolve("a red wall.mp4"));
        assertThat(back.survey().cell(1, 1)).isEqualTo("48×48");
        Clips.folder(saved).save(saved); // onto themselves
        assertThat(Clips.folder(saved)).hasSize(3);
        assertThatThrownBy(() -> Clips.folder(films).first(1).save(films.resolve("notes.txt")))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("cannot be saved");
        assertThatThrownBy(() -> trained.test().sample(1).size(33).save(saved))
                .hasMessageContaining("even");
    }

    @Test
    void namesOfADataSetStayInsideTheFolder() {
        Clip clip = trained.test().sample(1).get(0);
        var pair = clip.pair();
        var hostile =
                new io.github.alprolab.datasets.Pair(
                        "../../up", Split.TEST, pair.clip(), pair.captions(), pair.truth());
        new Clips(List.of(trained.pairs().clip(hostile))).save(films.resolve("saved"));

        assertThat(films.resolve("saved").resolve("--..-up.mp4")).exists();
    }

    @Test
    void aModelFindsThemByASentence() {
        Clips clips = Clips.folder(films).readable().frames(2).size(32);
        try (Model model = trained.checkpoint().model()) {
            String found = model.search(clips, "a video of a dog", 5).picture().words();

            assertThat(found).contains("1. ", "2. ", "a red wall.mp4", "garden/dark.mp4");
            assertThat(found).doesNotContain("✓", "✗");
            refused(() -> model.search(clips, " ", 5), "blank");
            refused(() -> model.similarity(clips), "model.search");
            Clips known = trained.test().sample(3);
            assertThat(model.search(known, known.get(1).caption(), 3).picture().words())
                    .contains("✓ " + known.get(1).id());
        }
    }

    @Test
    void theOrderIsThatOfARetrieval() {
        Clips all = new Clips(trained.test().all().stream().map(trained.pairs()::clip).toList());
        RetrievalRun run = trained.retrieval().run();
        try (Model model = trained.checkpoint().model()) {
            assertThat(model.search(all, "a dog moves left", 16).picture().words())
                    .isEqualTo(run.search("a dog moves left", 16).picture().words());
        }
    }

    @Test
    void theirVectorsAreATableAndAMapWithoutCaptions() {
        Clips clips = Clips.folder(films).readable().frames(2).size(32);
        try (Model model = trained.checkpoint().model()) {
            DataTable vectors = model.vectors(clips);
            double sum = 0;
            for (int i = 1; i <= 16; i++) {
                sum += Math.pow(vectors.tablesaw().doubleColumn("v" + i).get(0), 2);
            }

            assertThat(vectors.rows()).isEqualTo(2);
            assertThat(vectors.columns()).hasSize(17).startsWith("clip", "v1");
            assertThat(sum).isBetween(0.999, 1.001);
            var map = (ScatterMap) model.embeddings(clips).picture();
            assertThat(map.groups()).containsExactly("clip");
            assertThat(map.points()).extracting(ScatterMap.Dot::name).contains("garden/dark.mp4");
        }
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String what) {
        assertThatThrownBy(call).isInstanceOf(AdviceException.class).hasMessageContaining(what);
    }
}
