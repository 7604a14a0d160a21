package io.github.alprolab.datasets.readers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault says file, row, column, what was found and what to do. */
class FaultsTest {
    @TempDir Path place;

    private AbstractThrowableAssert<?, ?> reading(
            String name, String text, Function<Path, Stream<?>> reader) throws IOException {
        return reading(name, text.getBytes(StandardCharsets.UTF_8), reader);
    }

    private AbstractThrowableAssert<?, ?> reading(
            String name, byte[] bytes, Function<Path, Stream<?>> reader) throws IOException {
        Path file = Files.write(place.resolve(name), bytes);
        return assertThatThrownBy(
                        () -> {
                            try (Stream<?> rows = reader.apply(file)) {
                                rows.forEach(row -> {});
                            }
                        })
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_missing_column() throws IOException {
        reading(
                        "a.jsonl",
                        "{\"clip_name\": \"a\", \"caption\": \"b\"}\n\n{\"clip_name\": \"a\", \"text\": \"b\"}\n",
                        CaptionFiles::retrieval)
                .hasMessageContaining(
                        "row 3, column \"caption\": is missing; this row has [clip_name, text]");
        reading("a.csv", "video,sentence\nv,a\n", CaptionFiles::msrvttTest)
                .hasMessageContaining("row 2, column \"video_id\": is missing");
    }

    @Test
    void an_empty_cell() throws IOException {
        reading("a.csv", "video_id,sentence\nv1,a\nv2,\n", CaptionFiles::msrvttTest)
                .hasMessageContaining("row 3, column \"sentence\": is empty; write a text");
    }

    @Test
    void a_value_of_another_kind() throws IOException {
        reading("a.json", "{\"v\": [\"a\", {\"b\": 1}]}", CaptionFiles::msvd)
                .hasMessageContaining(
                        "row 1, column \"value\": is \"{\"b\":1}\"; a text is needed");
        reading("b.json", "{\"v\": []}", CaptionFiles::msvd)
                .hasMessageContaining("is an empty list");
        reading("c.json", "[3]", CaptionFiles::didemo)
                .hasMessageContaining("row 1 is \"3\"; a row is an object");
        reading("d.json", "\"text\"", CaptionFiles::didemo)
                .hasMessageContaining("neither a list nor an object");
        reading("e.json", "{\"videos\": []}", CaptionFiles::msrvtt)
                .hasMessageContaining("holds no rows under \"sentences\"");
        reading("f.csv", "video_id,text,txt_len\n1,a,long\n", CaptionFiles::webVidAsPublished)
                .hasMessageContaining("row 2, column \"txt_len\": is \"long\"; a whole number");
    }

    @Test
    void too_many_columns() throws IOException {
        reading("a.csv", "video_id,sentence\nv1,a man, a dog\n", CaptionFiles::msrvttTest)
                .hasMessageContaining("row 2 has 3 columns; 2 are needed: [video_id, sentence]");
        reading("b.csv", "video_id,video_id\n1,2\n", CaptionFiles::msrvttTest)
                .hasMessageContaining("row 1 must name every column once");
    }

    @Test
    void no_valid_json() throws IOException {
        reading(
                        "a.jsonl",
                        "{\"clip_name\": \"a\", \"caption\": \"b\"}\n{oops}\n",
                        CaptionFiles::retrieval)
                .hasMessageContaining("row 2 is no valid json");
        reading("b.jsonl", "{\"clip_name\": \"a\", \"clip_name\": \"b\"}", CaptionFiles::retrieval)
                .hasMessageContaining("row 1 is no valid json");
        reading(
                        "c.json",
                        "[{\"video\": \"a\", \"description\": \"b\"},\n{\"video\": ",
                        CaptionFiles::didemo)
                .hasMessageContaining("behind row 1 it is no valid json at line 2");
        reading("d.json", "{\"v\": [\"a\"], \"v\": [\"b\"]}", CaptionFiles::msvd)
                .hasMessageContaining("Duplicate");
        reading("e.json", "[] []", CaptionFiles::didemo).hasMessageContaining("goes on behind");
    }

    @Test
    void other_encodings() throws IOException {
        byte[] latin = "video_id,sentence\nv1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        reading("a.csv", latin, CaptionFiles::msrvttTest).hasMessageContaining("is not UTF-8");
    }

    @Test
    void a_quote_that_is_never_closed_does_not_fill_the_memory() throws IOException {
        String rows = "v,a caption of some length\n".repeat(200_000);
        reading("a.csv", "video_id,sentence\nv1,\"open\n" + rows, CaptionFiles::msrvttTest)
                .hasMessageContaining("look for a quote that is not closed");
        reading("b.jsonl", "x".repeat(5 << 20), CaptionFiles::retrieval)
                .hasMessageContaining("longer than the 4,194,304 characters");
    }

    @Test
    void webvids_pickle_is_refused_with_the_name_of_the_csv() throws IOException {
        byte[] pickle = {(byte) 0x80, 4, (byte) 0x95, 0, 0};
        reading("train.csv", pickle, CaptionFiles::webVid)
                .hasMessageContaining("pickled pandas frame")
                .hasMessageContaining("csv");
        reading("train.pkl", "anything", CaptionFiles::webVid)
                .hasMessageContaining("videoid, contentUrl, duration, page_dir, name");
        reading("a.csv", new byte[] {0x1f, (byte) 0x8b, 8}, CaptionFiles::webVid)
                .hasMessageContaining("is compressed; unpack it first");
        reading("b.csv", "", CaptionFiles::webVid).hasMessageContaining("is empty");
    }

    @Test
    void a_file_that_is_not_there() {
        assertThatThrownBy(() -> CaptionFiles.msvd(place.resolve("none.json")))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining("Datasets.list()");
        assertThatThrownBy(() -> VideoFolder.of(place.resolve("none")))
                .hasMessageContaining("is no folder");
    }

    @Test
    void lists_and_labels_that_contradict_themselves() throws IOException {
        reading("a.txt", "v1\nv2\nv1\n", file -> VideoLists.read(file).stream())
                .hasMessageContaining("row 3, column \"text\": \"v1\" is listed a second time");
        reading("names.txt", "v1 vid1\nv2\n", file -> VideoNames.read(file).of("a").stream())
                .hasMessageContaining("row 2, column \"text\": has 1 words");
        reading(
                        "l.json",
                        "{\"a\": 0, \"b\": 2}",
                        file -> AnswerLabels.read(file).answers().stream())
                .hasMessageContaining("none of them index 1");
        reading(
                        "m.json",
                        "{\"a\": 0, \"b\": 0}",
                        file -> AnswerLabels.read(file).answers().stream())
                .hasMessageContaining("row 2, column \"value\": \"b\" has the index of \"a\"");
        reading("n.json", "{\"a\": -1}", file -> AnswerLabels.read(file).answers().stream())
                .hasMessageContaining("a whole number of 0 or more");
    }
}
