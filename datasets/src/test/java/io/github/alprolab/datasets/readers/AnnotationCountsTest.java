package io.github.alprolab.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationCountsTest {
    @TempDir Path place;

    private static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(
                        "a.jsonl",
                        "{\"clip_name\": \"v\", \"caption\": \"a\"}",
                        "RETRIEVAL_JSONL 1 1 1"),
                Arguments.of(
                        "a.jsonl",
                        "{\"question\": \"who\", \"answer\": \"a\", \"video_id\": \"v\"}",
                        "QUESTION_JSONL 1 1 1"),
                Arguments.of("a.json", "{\"man\": 0, \"dog\": 1}", "ANSWER_LABELS 2 0 2"),
                Arguments.of("a.txt", "man 20\ndog 7\n", "ENTITIES 2 0 2"),
                Arguments.of(
                        "a.json",
                        "[{\"image\": \"v.jpg\", \"caption\": [\"a\", \"b\"]}]",
                        "CC3M_JSON 1 1 2"),
                Arguments.of("a.tsv", "a\thttp://x\nb\thttp://y\n", "CC3M_TSV 2 2 2"),
                Arguments.of(
                        "a.csv",
                        "videoid,contentUrl,duration,page_dir,name\n1,u,d,p,a\n",
                        "WEBVID_CSV 1 1 1"),
                Arguments.of("a.csv", "video_id,text,txt_len\n1,a,1\n", "WEBVID_CSV 1 1 1"),
                Arguments.of(
                        "a.json",
                        "[{\"video\": \"v\", \"description\": \"a\"}, {\"video\": \"v\", \"description\": \"b\"}]",
                        "DIDEMO_JSON 2 1 2"),
                Arguments.of(
                        "a.json",
                        "{\"info\": {}, \"sentences\": [{\"video_id\": \"v\", \"caption\": \"a\"}]}",
                        "MSRVTT_JSON 1 1 1"),
                Arguments.of(
                        "a.csv",
                        "key,vid_key,video_id,sentence\n1,2,v,a\n",
                        "MSRVTT_TEST_CSV 1 1 1"),
                Arguments.of("a.json", "{\"v\": [\"a\", \"b\"]}", "CAPTION_MAP 1 1 2"),
                Arguments.of(
                        "a.json", "[{\"video\": \"v\", \"caption\": \"a\"}]", "CAPTION_LIST 1 1 1"),
                Arguments.of("a.json", "{\"test\": {\"v\": [\"a\"]}}", "SPLIT_MAPS 1 1 1"),
                Arguments.of(
                        "a.json",
                        "{\"test\": [{\"video\": \"v\", \"caption\": \"a\"}]}",
                        "SPLIT_LISTS 1 1 1"),
                Arguments.of(
                        "a.json",
                        "[{\"question\": \"q\", \"answer\": \"a\", \"video_id\": 1}]",
                        "QUESTIONS_JSON 1 1 1"),
                Arguments.of(
                        "a.csv", "video,question,answer,qid\n1,q,a,2\n", "QUESTIONS_CSV 1 1 1"),
                Arguments.of("a.csv", "video_id\nv\nw\n", "VIDEO_LIST 2 2 0"),
                Arguments.of("a.txt", "v\nw\n", "VIDEO_LIST 2 2 0"),
                Arguments.of("a.txt", "v vid1\n", "VIDEO_NAMES 1 1 0"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_told_by_its_first_row(String name, String text, String expected)
            throws IOException {
        Path file = Files.writeString(place.resolve(name), text);
        List<AnnotationCounts> counts = AnnotationCounts.of(file);
        assertThat(counts).hasSize(1);
        AnnotationCounts c = counts.get(0);
        assertThat("%s %d %d %d".formatted(c.kind(), c.rows(), c.videos(), c.texts()))
                .isEqualTo(expected);
    }

    @Test
    void any_captions_can_be_read_without_naming_the_kind() throws IOException {
        Path file =
                Files.writeString(
                        place.resolve("a.json"),
                        "{\"train\": {\"v\": [\"a\"]}, \"test\": {\"w\": [\"b\"]}}");
        try (Stream<VideoCaptions> rows = CaptionFiles.any(file)) {
            assertThat(rows).extracting(VideoCaptions::video).containsExactly("v", "w");
        }
    }

    @Test
    void a_file_of_no_known_kind_is_told_the_kinds() throws IOException {
        Path file = Files.writeString(place.resolve("a.csv"), "x,y\n1,2\n");
        assertThatThrownBy(() -> AnnotationKind.of(file))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("DiDeMo json")
                .hasMessageContaining("name its columns");
        Path list = Files.writeString(place.resolve("a.txt"), "v\n");
        assertThatThrownBy(() -> CaptionFiles.any(list)).hasMessageContaining("holds no captions");
    }
}
