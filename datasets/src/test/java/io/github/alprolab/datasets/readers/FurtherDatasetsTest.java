package io.github.alprolab.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows by the published formats; the videos are empty files, since none is decoded. */
class FurtherDatasetsTest {
    private static final String CLIP = "1012_Unbreakable_00.05.16.065-00.05.21.941";

    @TempDir Path place;

    private Path file(String name, String text) throws IOException {
        Path file = place.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> ids(AnnotatedVideos data, Split split) {
        return data.pairs(split).stream().map(Pair::id).toList();
    }

    private static List<String> captions(AnnotatedVideos data, Split split) {
        return data.pairs(split).stream().flatMap(pair -> pair.captions().stream()).toList();
    }

    private static String row(String clip, String sentence) {
        return "%s\t00.05.16.065\t00.05.21.941\t00.05.16.065\t00.05.21.941\t%s\n"
                .formatted(clip, sentence);
    }

    @Test
    void lsmdcHasTabsAndNoHeaderAndVideosInFoldersOfTheirFilm() throws IOException {
        file("videos/1012_Unbreakable/" + CLIP + ".avi", "");
        file("videos/3009_BATTLE/3009_BATTLE_00.03.07.170-00.03.09.675.avi", "");
        Path training =
                file(
                        "LSMDC16_annos_training.csv",
                        row(CLIP, "SOMEONE turns, and \"waits.\"") + row(CLIP, "He goes."));
        file(
                "LSMDC16_challenge_1000_publictect.csv",
                row("3009_BATTLE_00.03.07.170-00.03.09.675", "A helicopter."));

        AnnotatedVideos data = FurtherDatasets.lsmdc(place);

        assertThat(ids(data, Split.TRAIN)).containsExactly(CLIP);
        assertThat(captions(data, Split.TRAIN))
                .containsExactly("SOMEONE turns, and \"waits.\"", "He goes.");
        assertThat(captions(data, Split.TEST)).containsExactly("A helicopter.");
        assertThat(data.pairs(Split.VALIDATION)).isEmpty();
        assertThat(AnnotationCounts.of(training))
                .containsExactly(
                        new AnnotationCounts(
                                "LSMDC16_annos_training.csv",
                                "",
                                AnnotationKind.LSMDC_TEXT,
                                2,
                                1,
                                2));
    }

    @Test
    void activityNetJoinsTheSentencesOfAVideoAndReportsOnTheFirstValidation() throws IOException {
        file("videos/v_a.mp4", "");
        file("videos/v_b.mkv", "");
        String json =
                "{\"%s\": {\"duration\": 9.5, \"timestamps\": [[0, 4], [4, 9]], \"sentences\": [\"A man sits. \", \" He %s.\"]}}";
        file("train.json", json.formatted("v_a", "eats"));
        file("annotations/val_1.json", json.formatted("v_b", "runs"));
        file("val_2.json", json.formatted("v_b", "walks"));

        AnnotatedVideos data = FurtherDatasets.activityNet(place);

        assertThat(captions(data, Split.TRAIN)).containsExactly("A man sits. He eats.");
        assertThat(captions(data, Split.TEST)).containsExactly("A man sits. He runs.");
        assertThat(captions(data, Split.VALIDATION)).containsExactly("A man sits. He walks.");
        assertThat(ids(data, Split.TEST)).isEqualTo(ids(data, Split.VALIDATION));
    }

    @Test
    void vatexHasItsEnglishCaptions() throws IOException {
        for (String clip : List.of("a_000001_000011", "-b_000012_000022", "c_000003_000013")) {
            file("videos/" + clip + ".mp4", "");
        }
        String row = "{\"videoID\": \"%s\", \"enCap\": [\"one\", \"two\"], \"chCap\": [\"三\"]}";
        Path training =
                file("vatex_training_v1.0.json", "[" + row.formatted("a_000001_000011") + "]");
        file(
                "vatex_validation_v1.0.json",
                "[%s, %s]"
                        .formatted(
                                row.formatted("-b_000012_000022"),
                                row.formatted("c_000003_000013")));

        assertThat(captions(FurtherDatasets.vatex(place), Split.TRAIN))
                .containsExactly("one", "two");
        assertThat(ids(FurtherDatasets.vatex(place), Split.VALIDATION)).hasSize(2);
        assertThat(AnnotationKind.of(training)).isEqualTo(AnnotationKind.VATEX_JSON);

        file("vatex_public_test_english_v1.1.json", "[" + row.formatted("a_000001_000011") + "]");
        assertThat(ids(FurtherDatasets.vatex(place), Split.TEST))
                .containsExactly("a_000001_000011");

        file("test_list.txt", "c_000003_000013\n");
        file("val_list.txt", "-b_000012_000022\n");
        assertThat(ids(FurtherDatasets.vatex(place), Split.TEST))
                .containsExactly("c_000003_000013");
        assertThat(ids(FurtherDatasets.vatex(place), Split.VALIDATION))
                .containsExactly("-b_000012_000022");
    }

    @Test
    void tgifIsDividedByListsOfAddresses() throws IOException {
        file("gifs/tumblr_a_400.gif", "");
        file("gifs/tumblr_b_250.gif", "");
        file(
                "data/tgif-v1.0.tsv",
                "https://38.media.tumblr.com/x/tumblr_a_400.gif\ta boy walks.\n"
                        + "https://38.media.tumblr.com/y/tumblr_b_250.gif\ta man sings.\n"
                        + "https://38.media.tumblr.com/y/tumblr_b_250.gif\ta singer.\n");
        file("data/splits/train.txt", "https://38.media.tumblr.com/x/tumblr_a_400.gif\n");
        file("data/splits/test.txt", "https://38.media.tumblr.com/y/tumblr_b_250.gif\n");

        AnnotatedVideos data = FurtherDatasets.tgif(place);

        assertThat(captions(data, Split.TRAIN)).containsExactly("a boy walks.");
        assertThat(captions(data, Split.TEST)).containsExactly("a man sings.", "a singer.");
    }

    @Test
    void thePublishedLinesGoFirst() throws IOException {
        file("videos/v.mp4", "");
        file("test.jsonl", "{\"clip_name\": \"v\", \"caption\": \"a\"}");
        file("vatex_training_v1.0.json", "broken");
        assertThat(ids(FurtherDatasets.vatex(place), Split.TEST)).containsExactly("v");
        assertThat(ids(FurtherDatasets.lsmdc(place), Split.TEST)).containsExactly("v");
    }

    @Test
    void anEmptyFolderIsToldWhatBelongsInIt() {
        assertThatThrownBy(() -> FurtherDatasets.lsmdc(place))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContainingAll("LSMDC16_annos_training.csv", "Datasets.list()");
        assertThatThrownBy(() -> FurtherDatasets.activityNet(place))
                .hasMessageContaining("val_1.json");
        assertThatThrownBy(() -> FurtherDatasets.vatex(place))
                .hasMessageContaining("vatex_training_v1.0.json");
        assertThatThrownBy(() -> FurtherDatasets.tgif(place)).hasMessageContaining("tgif-v1.0.tsv");
    }

    @Test
    void aRowThatIsCutIsNamed() throws IOException {
        Path file =
                file("LSMDC16_annos_val.csv", row(CLIP, "a") + "x\t00.00.01.000\t00.00.02.000\n");
        assertThatThrownBy(() -> CaptionFiles.lsmdc(file).toList())
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("row 2 has 3 columns; 6 are needed");
    }
}
