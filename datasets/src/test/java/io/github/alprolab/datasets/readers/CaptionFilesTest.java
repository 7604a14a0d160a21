package io.github.alprolab.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Small files of the published shapes, written by hand. */
class CaptionFilesTest {
    @TempDir Path place;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(place.resolve(name), text);
    }

    private static VideoCaptions row(String video, String... captions) {
        return new VideoCaptions(video, List.of(captions));
    }

    private static List<VideoCaptions> all(Stream<VideoCaptions> rows) {
        try (rows) {
            return rows.toList();
        }
    }

    @Test
    void readsThePublishedRetrievalLinesWithAndWithoutByteOrderMark() throws IOException {
        Path jsonl =
                file(
                        "train.jsonl",
                        """
                        \uFEFF{"clip_name": "video1", "caption": "a man cooks", "sen_id": 7}

                        {"caption": ["a dog runs", "it barks"], "clip_name": "video2"}
                        """);
        assertThat(all(CaptionFiles.retrieval(jsonl)))
                .containsExactly(
                        row("video1", "a man cooks"), row("video2", "a dog runs", "it barks"));
    }

    @Test
    void readsTheTestPairsOfMsrvtt() throws IOException {
        Path csv =
                file(
                        "test.csv",
                        """
                        key,vid_key,video_id,sentence
                        ret0,msr1,video1,"a man, a ""chef"", cooks"\r
                        ret1,msr2,video2,"a dog
                        runs"
                        """);
        assertThat(all(CaptionFiles.msrvttTest(csv)))
                .containsExactly(
                        row("video1", "a man, a \"chef\", cooks"), row("video2", "a dog\nruns"));
    }

    @Test
    void readsTheSentencesOfMsrvttsOwnJsonWhateverStandsAroundThem() throws IOException {
        Path json =
                file(
                        "MSRVTT_data.json",
                        """
                        {"info": {"sentences": 5}, "videos": [{"video_id": "video0", "split": "train"}],
                         "sentences": [{"caption": "a car", "video_id": "video0", "sen_id": 1},
                                       {"caption": "a red car", "video_id": "video0", "sen_id": 2}],
                         "licence": [1, 2]}
                        """);
        assertThat(VideoCaptions.grouped(CaptionFiles.msrvtt(json)))
                .containsExactly(row("video0", "a car", "a red car"));
    }

    @Test
    void readsMsvdsObjectOfCaptions() throws IOException {
        Path json = file("captions.json", "{\"-4wsu_5_15\": [\"a\", \"b\"], \"x_1_2\": [\"c\"]}");
        assertThat(all(CaptionFiles.msvd(json)))
                .containsExactly(row("-4wsu_5_15", "a", "b"), row("x_1_2", "c"));
    }

    @Test
    void joinsDidemosSentencesToAParagraphInTheOrderOfTheFile() throws IOException {
        Path json =
                file(
                        "didemo.json",
                        """
                        [{"annotation_id": 3, "video": "a.mov", "description": "first.", "times": [[0, 1]]},
                         {"annotation_id": 9, "video": "b.avi", "description": "alone"},
                         {"annotation_id": 1, "video": "a.mov", "description": "then second."}]
                        """);
        assertThat(all(CaptionFiles.didemo(json)))
                .containsExactly(row("a.mov", "first. then second."), row("b.avi", "alone"));
    }

    @Test
    void stripsWebvidAndDropsLongTextsInThePublishedMannerOnly() throws IOException {
        String words = "word ".repeat(79);
        Path csv =
                file(
                        "results_2M_val.csv",
                        """
                        videoid,contentUrl,duration,page_dir,name
                        21179416,https://example.org/a.mp4,PT00H00M11S,006001_006050, Aerial shot winter forest
                        1,https://example.org/b.mp4,PT00H00M11S,1_2,%s
                        2,https://example.org/c.mp4,PT00H00M11S,1_2,%s word
                        """
                                .formatted(words, words));
        assertThat(all(CaptionFiles.webVid(csv)))
                .hasSize(3)
                .startsWith(row("21179416", "Aerial shot winter forest"));
        assertThat(all(CaptionFiles.webVidAsPublished(csv)))
                .extracting(VideoCaptions::video)
                .containsExactly("21179416", "1");
    }

    @Test
    void takesTxtLenWhereAnExportedCsvHasIt() throws IOException {
        Path csv = file("val.csv", "video_id,text,txt_len\n5,a b,79\n6,a b,80\n");
        assertThat(all(CaptionFiles.webVidAsPublished(csv))).containsExactly(row("5", "a b"));
    }

    @Test
    void numbersThePicturesOfCc3mByRowAndTakesQuotesAsLetters() throws IOException {
        Path tsv = file("Train.tsv", "a \"bus\thttp://x/1.jpg\nit's it\thttp://x/2.jpg\n");
        assertThat(all(CaptionFiles.cc3m(tsv)))
                .containsExactly(row("00000000", "a \"bus"), row("00000001", "it's it"));
    }

    @Test
    void namesTheVideosOfTgifByTheEndOfTheirAddress() throws IOException {
        Path tsv = file("tgif-v1.0.tsv", "https://38.media.x.com/9f/tumblr_a.gif\ta man glares\n");
        assertThat(all(CaptionFiles.tgif(tsv)))
                .containsExactly(row("tumblr_a.gif", "a man glares"));
    }

    @Test
    void joinsTheSentencesOfActivitynetToAParagraph() throws IOException {
        Path json =
                file(
                        "train.json",
                        "{\"v_Q\": {\"duration\": 9, \"timestamps\": [[0, 1], [1, 9]], \"sentences\": [\"One.\", \" Two.\"]}}");
        assertThat(all(CaptionFiles.activityNet(json))).containsExactly(row("v_Q", "One. Two."));
        assertThat(all(CaptionFiles.activityNetSentences(json)))
                .containsExactly(row("v_Q", "One.", "Two."));
    }

    @Test
    void choosesAmongTheCaptionsOfAPictureBySeed() throws IOException {
        Path json =
                file(
                        "cc3m.json",
                        "[{\"image\": \"/a/1.jpg\", \"caption\": [\"x\", \"y\", \"z\"]}, {\"image\": \"2.jpg\", \"caption\": \"w\"}]");
        List<VideoCaptions> rows = all(CaptionFiles.cc3mPublished(json));
        assertThat(rows).containsExactly(row("/a/1.jpg", "x", "y", "z"), row("2.jpg", "w"));
        assertThat(rows.get(0).one(7)).isEqualTo(rows.get(0).one(7));
        assertThat(Stream.iterate(0, i -> i + 1).limit(50).map(i -> rows.get(0).one(i)).distinct())
                .hasSize(3);
    }

    @Test
    void readsSplitsInsideOneJsonAndAnyColumns() throws IOException {
        Path json =
                file(
                        "sample.json",
                        "{\"train\": {\"1\": [\"a\"]}, \"test\": [{\"video\": 2, \"caption\": \"b\"}]}");
        assertThat(all(CaptionFiles.map(json, "train"))).containsExactly(row("1", "a"));
        assertThat(all(CaptionFiles.json(json, "test", "video", "caption")))
                .containsExactly(row("2", "b"));
        Path list = file("lavis.json", "[{\"clip\": \"a.mp4\", \"words\": [\"b\", \"c\"]}]");
        assertThat(all(CaptionFiles.json(list, "clip", "words")))
                .containsExactly(row("a.mp4", "b", "c"));
        Path csv = file("mine.csv", "clip,words\na.mp4,b\n");
        assertThat(all(CaptionFiles.csv(csv, "clip", "words"))).containsExactly(row("a.mp4", "b"));
    }

    @Test
    void readsATable() {
        Table table =
                Table.create(
                        "mine",
                        StringColumn.create("clip", "a", "b"),
                        StringColumn.create("words", "a dog", "a cat"));
        assertThat(all(CaptionFiles.table(table, "clip", "words")))
                .containsExactly(row("a", "a dog"), row("b", "a cat"));
    }

    @Test
    void readsNoFurtherThanItIsAsked() throws IOException {
        // The second half is no json: whoever holds all rows would trip over it.
        String good = "{\"clip_name\": \"v\", \"caption\": \"a\"}\n".repeat(5000);
        Path jsonl = file("long.jsonl", good + "broken\n".repeat(5000));
        try (Stream<VideoCaptions> rows = CaptionFiles.retrieval(jsonl)) {
            assertThat(rows.limit(5000)).hasSize(5000);
        }
        Path list = file("long.json", "[" + good.strip().replace("\n", ",\n") + ", broken]");
        try (Stream<VideoCaptions> rows = CaptionFiles.json(list, "clip_name", "caption")) {
            assertThat(rows.limit(5000)).hasSize(5000);
        }
    }
}
