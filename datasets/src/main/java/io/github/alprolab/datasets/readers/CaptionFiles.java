package io.github.alprolab.datasets.readers;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Caption files as streams: one row is held at a time, so that millions need no memory. Every
 * stream wants to be closed. Faults raise {@link AnnotationException} at the row they are in.
 */
public final class CaptionFiles {
    /** The published reader of WebVid drops captions from here on (alpro.md section 5.7). */
    private static final int LONGEST_WEBVID_TEXT = 80;

    private CaptionFiles() {}

    /** The published retrieval files: {@code clip_name} and {@code caption} on every line. */
    public static Stream<VideoCaptions> retrieval(Path jsonl) {
        return jsonl(jsonl, "clip_name", "caption");
    }

    /** MSRVTT's 1k-A test pairs: {@code video_id} and {@code sentence}. */
    public static Stream<VideoCaptions> msrvttTest(Path csv) {
        return csv(csv, "video_id", "sentence");
    }

    /** MSRVTT's own json: the list {@code sentences} of {@code video_id} and {@code caption}. */
    public static Stream<VideoCaptions> msrvtt(Path json) {
        return Rows.json(json, "sentences").map(row -> captions(row, "video_id", "caption"));
    }

    /** MSVD: one json object from names to lists of captions. */
    public static Stream<VideoCaptions> msvd(Path json) {
        return Rows.json(json).map(CaptionFiles::entry);
    }

    /**
     * DiDeMo: a json list with {@code video} and {@code description}; the sentences of one video
     * are joined to a paragraph, in the order of the file. Holds the file's rows.
     */
    public static Stream<VideoCaptions> didemo(Path json) {
        return VideoCaptions.grouped(didemoSentences(json)).stream().map(VideoCaptions::paragraph);
    }

    /** DiDeMo, one row a sentence. */
    public static Stream<VideoCaptions> didemoSentences(Path json) {
        return Rows.json(json).map(row -> captions(row, "video", "description"));
    }

    /**
     * WebVid's csv with {@code videoid} and {@code name}, or one exported from the published pickle
     * with {@code video_id} and {@code text}; captions are stripped.
     */
    public static Stream<VideoCaptions> webVid(Path csv) {
        return Rows.csv(csv).map(CaptionFiles::webVid);
    }

    /**
     * WebVid as the published code takes it: without rows of a {@code txt_len} of 80 or more. A csv
     * without that column is measured in words by white space; whether the published column counts
     * words or letters is not known.
     */
    public static Stream<VideoCaptions> webVidAsPublished(Path csv) {
        return Rows.csv(csv).filter(CaptionFiles::isShort).map(CaptionFiles::webVid);
    }

    /**
     * CC3M's text with caption, tab, address and no header. Pictures are named by their row as
     * eight digits, {@code 00000000} first.
     */
    public static Stream<VideoCaptions> cc3m(Path tsv) {
        return Rows.tabs(tsv, "caption", "url")
                .map(
                        row ->
                                new VideoCaptions(
                                        "%08d".formatted(row.number() - 1),
                                        List.of(row.text("caption"))));
    }

    /**
     * The published json of CC3M: a list with {@code image} and {@code caption}, one text or
     * several; {@link VideoCaptions#one} chooses among them.
     */
    public static Stream<VideoCaptions> cc3mPublished(Path json) {
        return Rows.json(json).map(row -> captions(row, "image", "caption"));
    }

    /**
     * Any json list of objects with these fields; the caption is one text or a list.
     *
     * @param section field of the outermost object that holds the list, for instance a split
     */
    public static Stream<VideoCaptions> json(
            Path json, String section, String video, String caption) {
        return Rows.json(json, section).map(row -> captions(row, video, caption));
    }

    /** Any json list of objects with these fields; the caption is one text or a list. */
    public static Stream<VideoCaptions> json(Path json, String video, String caption) {
        return Rows.json(json).map(row -> captions(row, video, caption));
    }

    /** An object from names to captions inside the outermost object. */
    public static Stream<VideoCaptions> map(Path json, String section) {
        return Rows.json(json, section).map(CaptionFiles::entry);
    }

    /** Any file of json objects on lines with these fields; the caption is one text or a list. */
    public static Stream<VideoCaptions> jsonl(Path jsonl, String video, String caption) {
        return Rows.jsonLines(jsonl).map(row -> captions(row, video, caption));
    }

    /** Any csv whose first row names these columns. */
    public static Stream<VideoCaptions> csv(Path csv, String video, String caption) {
        return Rows.csv(csv).map(row -> captions(row, video, caption));
    }

    /** Any table with these columns. */
    public static Stream<VideoCaptions> table(Table table, String video, String caption) {
        return Rows.table(table).map(row -> captions(row, video, caption));
    }

    /**
     * A file of any kind that holds captions, told by its first row; all splits of a json with
     * splits inside.
     *
     * @throws AnnotationException when it holds no captions
     */
    public static Stream<VideoCaptions> any(Path file) {
        AnnotationKind kind = AnnotationKind.of(file);
        return switch (kind) {
            case RETRIEVAL_JSONL -> retrieval(file);
            case CC3M_JSON -> cc3mPublished(file);
            case CC3M_TSV -> cc3m(file);
            case WEBVID_CSV -> webVid(file);
            case DIDEMO_JSON -> didemoSentences(file);
            case MSRVTT_JSON -> msrvtt(file);
            case MSRVTT_TEST_CSV -> msrvttTest(file);
            case CAPTION_MAP -> msvd(file);
            case CAPTION_LIST -> json(file, "video", "caption");
            case SPLIT_MAPS, SPLIT_LISTS ->
                    splits(file).stream().flatMap(split -> split(file, kind, split));
            default ->
                    throw new AnnotationException(
                            file.toString(), "is a " + kind.title() + " and holds no captions");
        };
    }

    /** The splits inside a json. */
    static List<String> splits(Path json) {
        try (Stream<Row> rows = Rows.json(json)) {
            return rows.map(row -> row.text(JsonRows.KEY)).toList();
        }
    }

    static Stream<VideoCaptions> split(Path json, AnnotationKind kind, String split) {
        return kind == AnnotationKind.SPLIT_MAPS
                ? map(json, split)
                : json(json, split, "video", "caption");
    }

    private static VideoCaptions captions(Row row, String video, String caption) {
        return new VideoCaptions(row.text(video), row.texts(caption));
    }

    private static VideoCaptions entry(Row row) {
        return captions(row, JsonRows.KEY, JsonRows.VALUE);
    }

    private static VideoCaptions webVid(Row row) {
        return new VideoCaptions(
                row.text(row.either("videoid", "video_id")), List.of(webVidText(row)));
    }

    private static String webVidText(Row row) {
        return row.text(row.either("name", "text")).strip();
    }

    private static boolean isShort(Row row) {
        long length =
                row.has("txt_len") ? row.whole("txt_len") : webVidText(row).split("\\s+").length;
        return length < LONGEST_WEBVID_TEXT;
    }
}
