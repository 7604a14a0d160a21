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

/** Folders as users have them; the videos are empty files, since none is decoded. */
class RealDatasetsTest {
    @TempDir Path place;

    private void file(String name, String text) throws IOException {
        Path file = place.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void videos(String... names) throws IOException {
        for (String name : names) {
            file("videos/" + name, "");
        }
    }

    private static List<String> ids(AnnotatedVideos data, Split split) {
        return data.pairs(split).stream().map(Pair::id).toList();
    }

    @Test
    void thePublishedLinesGoFirst() throws IOException {
        videos("video1.mp4");
        file("txt/test.jsonl", "{\"clip_name\": \"video1\", \"caption\": \"a\"}");
        file("MSRVTT_JSFUSION_test.csv", "broken");
        assertThat(ids(RealDatasets.msrvtt(place), Split.TEST)).containsExactly("video1");
        assertThat(ids(RealDatasets.jsonl(place), Split.TEST)).containsExactly("video1");
    }

    @Test
    void msrvttTrainsOnTheListedVideos() throws IOException {
        videos("video0.mp4", "video1.mp4", "video2.mp4");
        file("MSRVTT_JSFUSION_test.csv", "key,vid_key,video_id,sentence\nret0,m,video2,a\n");
        file("MSRVTT_train.9k.csv", "video_id\nvideo1\n");
        file(
                "MSRVTT_data.json",
                "{\"sentences\": [{\"video_id\": \"video0\", \"caption\": \"a\"}, {\"video_id\": \"video1\", \"caption\": \"b\"}]}");
        AnnotatedVideos data = RealDatasets.msrvtt(place);
        assertThat(ids(data, Split.TRAIN)).containsExactly("video1");
        assertThat(ids(data, Split.TEST)).containsExactly("video2");
        assertThat(data.name()).isEqualTo("MSRVTT");
    }

    @Test
    void msvdIsDividedByItsLists() throws IOException {
        videos("a_1_2.avi", "b_1_2.avi");
        file("msvd_captions.json", "{\"a_1_2\": [\"a\", \"b\"], \"b_1_2\": [\"c\"]}");
        file("msvd_train_list.txt", "a_1_2\n");
        file("test_list.txt", "b_1_2");
        AnnotatedVideos data = RealDatasets.msvd(place);
        assertThat(ids(data, Split.TRAIN)).containsExactly("a_1_2");
        assertThat(ids(data, Split.TEST)).containsExactly("b_1_2");
    }

    @Test
    void aListedVideoWithoutCaptionsIsAFault() throws IOException {
        videos("a_1_2.avi");
        file("msvd_captions.json", "{\"a_1_2\": [\"a\", \"b\"]}");
        file("train_list.txt", "a_1_2\nb_1_2\n");
        assertThatThrownBy(() -> RealDatasets.msvd(place))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("lists 1 videos without a caption, first: \"b_1_2\"");
    }

    @Test
    void didemoHasOneParagraphAVideo() throws IOException {
        videos("a.mp4");
        file(
                "annotations/didemo_test_data.json",
                "[{\"video\": \"a.mov\", \"description\": \"one.\"}, {\"video\": \"a.mov\", \"description\": \"two.\"}]");
        assertThat(RealDatasets.didemo(place).pairs(Split.TEST).get(0).captions())
                .containsExactly("one. two.");
    }

    @Test
    void webvidAndCc3mInTheirOwnFiles() throws IOException {
        videos("12.mp4");
        file("results_2M_train.csv", "videoid,contentUrl,duration,page_dir,name\n12,u,P,1_2,a\n");
        assertThat(ids(RealDatasets.webVid(place), Split.TRAIN)).containsExactly("12");
        assertThat(ids(RealDatasets.webVidAsPublished(place), Split.TRAIN)).containsExactly("12");
        file("videos/00000000.jpg", "");
        file("Validation_GCC-1.1.0-Validation.tsv", "a bus\thttp://x\n");
        assertThat(ids(RealDatasets.cc3m(place), Split.VALIDATION)).containsExactly("00000000");
        file("cc3m.json", "[{\"image\": \"else/12.mp4\", \"caption\": [\"a\", \"b\"]}]");
        assertThat(ids(RealDatasets.cc3m(place), Split.TRAIN)).containsExactly("else/12.mp4");
    }

    @Test
    void anEmptyFolderIsToldWhatBelongsInIt() {
        assertThatThrownBy(() -> RealDatasets.msrvtt(place))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining(place.toString())
                .hasMessageContaining("MSRVTT_JSFUSION_test.csv")
                .hasMessageContaining("Datasets.list()");
        assertThatThrownBy(() -> RealDatasets.msvd(place))
                .hasMessageContaining("msvd_captions.json");
        assertThatThrownBy(() -> RealDatasets.didemo(place)).hasMessageContaining("test_data.json");
        assertThatThrownBy(() -> RealDatasets.webVid(place)).hasMessageContaining("results_2M");
        assertThatThrownBy(() -> RealDatasets.cc3m(place)).hasMessageContaining("cc3m.json");
        assertThatThrownBy(() -> RealDatasets.jsonl(place.resolve("none")))
                .hasMessageContaining("is no folder");
    }

    @Test
    void aFolderWithWebvidsPickleAloneIsToldOfTheCsv() throws IOException {
        file("txt/train.pkl", "\u0080\u0004");
        assertThatThrownBy(() -> RealDatasets.webVid(place))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("pickled pandas frame");
    }
}
