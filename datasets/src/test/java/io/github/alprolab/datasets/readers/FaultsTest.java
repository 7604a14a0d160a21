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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault says file, row, column, what was found and what to do. */
class FaultsTest {
    /** Words of the library that parses json. */
    private static final String[] JARGON = {
        "token", "Unexpected", "JSON", "START_", "Feature", "code ", "end-of-input"
    };

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
    void aMissingColumn() throws IOException {
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
    void anEmptyCell() throws IOException {
        reading("a.csv", "video_id,sentence\nv1,a\nv2,\n", CaptionFiles::msrvttTest)
                .hasMessageContaining("row 3, column \"sentence\": is empty; write a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", " nan ", "<NA>"})
    void aMissingValueOfPandasIsNoCaption(String missing) throws IOException {
        String first = "row 3, column \"caption\": is \"" + missing.strip() + "\"";
        reading(
                        "a.csv",
                        "video_id,caption\nv1,a nan bread\nv2," + missing + "\n",
                        CaptionFiles::any)
                .hasMessageContaining(first + ", which stands for a missing value; write a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u2007\u202f", "\u200b", "\ufeff\u2060", "\u200b \u00ad"})
    void aCaptionOfSpacesThatNobodySeesIsMissing(String unseen) throws IOException {
        reading("a.json", "{\"v\": [\"a\", \"" + unseen + "\"]}", CaptionFiles::msvd)
                .hasMessageContaining(
                        "row 1, column \"value\": holds only spaces of no width or no break; write");
    }

    @Test
    void missingCaptionsAreCountedToTheEndOfTheFile() throws IOException {
        reading(
                        "a.jsonl",
                        """
                        {"clip_name": "a", "caption": "b"}
                        {"clip_name": "a", "caption": NaN}
                        {"clip_name": "a", "caption": ""}
                        {"clip_name": "a", "caption": "b"}
                        {"clip_name": "a", "caption": null}
                        """,
                        CaptionFiles::retrieval)
                .hasMessageContaining("row 2, column \"caption\": is \"NaN\"")
                .hasMessageContaining("It is the first of 3 rows without a caption");
        reading("b.csv", "videoid,name\n1,nan\n2,\n", CaptionFiles::webVidAsPublished)
                .hasMessageContaining("row 2, column \"name\": is \"nan\"")
                .hasMessageContaining("the first of 2 rows");
    }

    @Test
    void aTextWithAnAddressWhereTheCaptionBelongs() throws IOException {
        reading("a.tsv", "https://x/1.gif\ta dog\n", CaptionFiles::cc3m)
                .hasMessageContaining("row 1, column \"caption\": is \"https://x/1.gif\"")
                .hasMessageContaining("CaptionFiles.tgif(file)");
        reading("b.tsv", "a dog\thttps://x/1\n17\ta dog\n", CaptionFiles::cc3m)
                .hasMessageContaining("row 2, column \"url\": is \"a dog\"");
        reading("c.tsv", "a dog\thttps://x/1.gif\n", CaptionFiles::tgif)
                .hasMessageContaining("row 1, column \"url\": is \"a dog\"; TGIF has an address");
    }

    @Test
    void aValueOfAnotherKind() throws IOException {
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
    void tooManyColumns() throws IOException {
        reading("a.csv", "video_id,sentence\nv1,a man, a dog\n", CaptionFiles::msrvttTest)
                .hasMessageContaining("row 2 has 3 columns; 2 are needed: [video_id, sentence]");
        reading("b.csv", "video_id,video_id\n1,2\n", CaptionFiles::msrvttTest)
                .hasMessageContaining("row 1 must name every column once");
    }

    @Test
    void noValidJson() throws IOException {
        reading(
                        "a.jsonl",
                        "{\"clip_name\": \"a\", \"caption\": \"b\"}\n{oops}\n",
                        CaptionFiles::retrieval)
                .hasMessageContaining(
                        "row 2 is no valid json: character 2: \"o\" does not belong there");
        reading("b.jsonl", "{\"clip_name\": \"a\", \"clip_name\": \"b\"}", CaptionFiles::retrieval)
                .hasMessageContaining("row 1 is no valid json: character ")
                .hasMessageContaining("an object names \"clip_name\" twice; remove one of them");
        reading(
                        "c.json",
                        "[{\"video\": \"a\", \"description\": \"b\"},\n{\"video\": ",
                        CaptionFiles::didemo)
                .hasMessageContaining(
                        "behind row 1 it is no valid json: line 2, character 11: it ends inside a value, as a file that was cut");
        reading("d.json", "{\"v\": [\"a\"], \"v\": [\"b\"]}", CaptionFiles::msvd)
                .hasMessageContaining("an object names \"v\" twice");
        reading("e.json", "[] []", CaptionFiles::didemo).hasMessageContaining("goes on behind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1",
                "{\"a\" 1}",
                "{'a': 1}",
                "{\"a\": tru}",
                "{\"a\": \"\t\"}",
                "{\"a\": \"\\x\"}",
                "{\"a\": 01}",
                "{\"a\": 1,}",
                "{\"a\": \"b}",
                "{\"a\": 1e}"
            })
    void damageIsToldInOurWords(String json) throws IOException {
        reading("a.jsonl", json, CaptionFiles::retrieval)
                .hasMessageContaining("row 1 is no valid json: character ")
                .hasMessageNotContainingAny(JARGON);
        reading("a.json", "[" + json + "]", CaptionFiles::didemo)
                .hasMessageContaining("is no valid json: line 1, character ")
                .hasMessageNotContainingAny(JARGON);
    }

    @Test
    void aLineOfTwoObjects() throws IOException {
        reading("a.jsonl", "{\"a\": 1} {\"b\": 2}", CaptionFiles::retrieval)
                .hasMessageContaining("row 1 is no valid json: character")
                .hasMessageContaining("more follows behind the value; one is allowed");
    }

    @Test
    void aJsonOfEndlessDepth() throws IOException {
        reading("a.jsonl", "[".repeat(5000), CaptionFiles::retrieval)
                .hasMessageContaining("too deep or too long to be read (1,000 levels");
        reading("a.json", "{\"a\": " + "[".repeat(5000), CaptionFiles::any)
                .hasMessageContaining("too deep or too long to be read");
    }

    @Test
    void aQuoteThatEndsTooSoon() throws IOException {
        reading("a.csv", "video_id,sentence\nv1,\"a\"b\n", CaptionFiles::msrvttTest)
                .hasMessageContaining("behind row 1 it has a quote that is not closed")
                .hasMessageContaining("a quote inside a text is written twice");
    }

    @Test
    void otherEncodings() throws IOException {
        byte[] latin = "video_id,sentence\nv1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        reading("a.csv", latin, CaptionFiles::msrvttTest).hasMessageContaining("is not UTF-8");
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotFillTheMemory() throws IOException {
        String rows = "v,a caption of some length\n".repeat(200_000);
        reading("a.csv", "video_id,sentence\nv1,\"open\n" + rows, CaptionFiles::msrvttTest)
                .hasMessageContaining("look for a quote that is not closed");
        reading("b.jsonl", "x".repeat(5 << 20), CaptionFiles::retrieval)
                .hasMessageContaining("longer than the 4,194,304 characters");
    }

    @Test
    void webvidsPickleIsRefusedWithTheNameOfTheCsv() throws IOException {
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
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> CaptionFiles.msvd(place.resolve("none.json")))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining("Datasets.list()");
        assertThatThrownBy(() -> VideoFolder.of(place.resolve("none")))
                .hasMessageContaining("is no folder");
    }

    @Test
    void listsAndLabelsThatContradictThemselves() throws IOException {
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
