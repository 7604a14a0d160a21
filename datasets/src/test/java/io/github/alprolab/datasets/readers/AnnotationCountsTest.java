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
import org.junit.jupiter.params.provider.CsvSource;
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
                Arguments.of("a.txt", "video1\nvideo2\n", "VIDEO_LIST 2 2 0"),
                Arguments.of("a.csv", "video_id,caption\nv,a\nv,b\n", "CAPTION_CSV 2 1 2"),
                Arguments.of("a.csv", "video_id,text\nv,a dog\n", "CAPTION_CSV 1 1 1"),
                Arguments.of("a.CSV", "video,description\nv,a dog\n", "CAPTION_CSV 1 1 1"),
                Arguments.of("a.tsv", "video\tcaption\nv\ta dog\n", "CAPTION_TSV 1 1 1"),
                Arguments.of(
                        "a.tsv",
                        "https://x/tumblr_a.gif\ta dog\nhttps://x/tumblr_b.gif\ta cat\n",
                        "TGIF_TSV 2 2 2"),
                Arguments.of(
                        "a.jsonl", "{\"video\": \"v\", \"caption\": \"a\"}", "CAPTION_JSONL 1 1 1"),
                Arguments.of(
                        "a.json",
                        "{\"4010069381\": \"1164/4010069381\", \"2\": \"0/2\"}",
                        "VIDEO_NAMES 2 2 0"),
                Arguments.of(
                        "a.json",
                        "{\"v_Qx\": {\"duration\": 8.5, \"timestamps\": [[0, 4.2], [3, 8.5]],"
                                + " \"sentences\": [\"A woman walks.\", \" She sits.\"]}}",
                        "ACTIVITYNET_JSON 1 1 2"),
                Arguments.of(
                        "a.json",
                        "{\"train\": [{\"clip_name\": \"v\", \"sentence\": \"a\"}]}",
                        "SPLIT_LISTS 1 1 1"),
                Arguments.of(
                        "a.json",
                        "{\"v\": \"a dog runs\", \"w\": \"barking\"}",
                        "CAPTION_MAP 2 2 2"),
                Arguments.of("a.txt", "v vid1\n", "VIDEO_NAMES 1 1 0"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsToldByItsFieldsAndTheValuesOfItsRows(String name, String text, String expected)
            throws IOException {
        Path file = Files.writeString(place.resolve(name), text);
        List<AnnotationCounts> counts = AnnotationCounts.of(file);
        assertThat(counts).hasSize(1);
        AnnotationCounts c = counts.get(0);
        assertThat("%s %d %d %d".formatted(c.kind(), c.rows(), c.videos(), c.texts()))
                .isEqualTo(expected);
    }

    @Test
    void anyCaptionsCanBeReadWithoutNamingTheKind() throws IOException {
        Path file =
                Files.writeString(
                        place.resolve("a.json"),
                        "{\"train\": {\"v\": [\"a\"]}, \"test\": {\"w\": [\"b\"]}}");
        try (Stream<VideoCaptions> rows = CaptionFiles.any(file)) {
            assertThat(rows).extracting(VideoCaptions::video).containsExactly("v", "w");
        }
    }

    @Test
    void aFileOfNoKnownKindIsToldTheKinds() throws IOException {
        Path file = Files.writeString(place.resolve("a.csv"), "x,y\n1,2\n");
        assertThatThrownBy(() -> AnnotationKind.of(file))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("DiDeMo json")
                .hasMessageContaining("name its columns");
        Path list = Files.writeString(place.resolve("a.txt"), "video1\n");
        assertThatThrownBy(() -> CaptionFiles.any(list)).hasMessageContaining("holds no captions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.tsv | '17\ta dog runs\n18\ta cat\n'",
                "a.tsv | 'https://x/1\thttps://y/1\n'",
                "a.csv | 'video_id,title\nv,A dog that runs\n'",
                "a.csv | 'video_id,caption\nv,https://x/1.txt\n'",
                "a.json | '{\"train\": [\"video1\", \"video2\"], \"val\": [\"video3\"]}'",
                "a.json | '{\"version\": \"1.3\", \"database\": {\"v\": {\"duration\": 3.5}}}'",
                "a.json | '{\"video1\": {\"caption\": \"a\", \"title\": \"b\"}}'",
                "a.json | '[]'",
                "a.txt | 'video1 a dog runs\n'"
            })
    void whatOnlyLooksLikeCaptionsIsNotGuessed(String name, String text) throws IOException {
        Path file = Files.writeString(place.resolve(name), unescaped(text));
        assertThatThrownBy(() -> AnnotationKind.of(file))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("is of no kind known here");
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\"", "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt | 'man\nwoman\n' | list of videos | VideoLists.read(file) | EntityFile.read(file)",
                "a.json | '{\"a\": \"dog\"}' | captions by video | CaptionFiles.msvd(file) | VideoNames.read(file)",
                "a.csv | 'video,caption,text\nv,a,b\n' | several columns | CaptionFiles.csv(file, \"video\", \"caption\") | CaptionFiles.csv(file, \"video\", \"text\")",
                "a.csv | 'video,question,answer,caption\nv,q,a,c\n' | csv of questions | QuestionFiles.msrvttQa(file) | CaptionFiles.csv(file, \"video\", \"caption\")"
            })
    void whereTwoKindsFitTheUserIsAsked(
            String name, String text, String kind, String one, String other) throws IOException {
        Path file = Files.writeString(place.resolve(name), unescaped(text));
        assertThatThrownBy(() -> CaptionFiles.any(file))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining(kind)
                .hasMessageContaining("say which: ")
                .hasMessageContaining(unescaped(one))
                .hasMessageContaining(unescaped(other));
    }

    @Test
    void aMultipleChoiceIsNotReadAsFreeAnswers() throws IOException {
        Path csv =
                Files.writeString(
                        place.resolve("a.csv"),
                        "video,frame_count,question,answer,qid,type,a0,a1,a2\n7,90,why is it,2,0,CW,x,y,z\n");
        assertThat(AnnotationKind.of(csv)).hasToString("MULTIPLE_CHOICE");
        assertThatThrownBy(() -> AnnotationCounts.of(csv))
                .hasMessageContaining("multiple-choice questions");
        assertThatThrownBy(() -> QuestionFiles.msrvttQa(csv).forEach(q -> {}))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("row 2, column \"answer\": is the number of one of several")
                .hasMessageContaining("leave the options out");
        Path free =
                Files.writeString(
                        place.resolve("b.csv"), "video,question,answer\n7,how many,2\n8,what,x\n");
        assertThat(AnnotationCounts.of(free).get(0).texts()).isEqualTo(2);
    }

    @Test
    void aWholeSplitIsNotHeldToTellWhatAFileIs() throws IOException {
        String element = "{\"video\": \"v\", \"caption\": \"a dog\"}";
        Path file =
                Files.writeString(
                        place.resolve("a.json"),
                        "{\"train\": [" + (element + ", ").repeat(3000) + element + "]}");
        List<Row> rows = RowSample.of(Rows.jsonSample(file)).rows();
        assertThat(rows.get(0).fields().path(JsonRows.VALUE)).hasSizeLessThan(100);
        assertThat(AnnotationCounts.of(file).get(0).rows()).isEqualTo(3001);
    }
}
