package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Caption files as streams: one row is held at a time, so that millions need no memory. Every
 * stream wants to be closed. Faults raise {@link AnnotationException} at the row they are in.
 */
public final class CaptionFiles {
    /** The published reader of WebVid drops captions from here on (docs/method.md section 5.7). */
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
        return captions(Rows.json(json, "sentences"), "video_id", "caption");
    }

    /** MSVD: one json object from names to lists of captions. */
    public static Stream<VideoCaptions> msvd(Path json) {
        return captions(Rows.json(json), JsonRows.KEY, JsonRows.VALUE);
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
        return captions(Rows.json(json), "video", "description");
    }

    /**
     * ActivityNet Captions: one json object from names to {@code sentences}; those of a video are
     * joined to a paragraph.
     */
    public static Stream<VideoCaptions> activityNet(Path json) {
        return activityNetSentences(json).map(VideoCaptions::paragraph);
    }

    /** ActivityNet Captions with the sentences of a video as its captions. */
    public static Stream<VideoCaptions> activityNetSentences(Path json) {
        return captions(Rows.json(json).map(CaptionFiles::sentences), JsonRows.KEY, "sentences")
                .map(CaptionFiles::stripped);
    }

    /** The published sentences begin with a space, all but the first of a video. */
    private static VideoCaptions stripped(VideoCaptions row) {
        return new VideoCaptions(row.video(), row.captions().stream().map(String::strip).toList());
    }

    private static Row sentences(Row row) {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        flat.set(JsonRows.KEY, row.fields().path(JsonRows.KEY));
        flat.set("sentences", row.fields().path(JsonRows.VALUE).path("sentences"));
        return new Row(row.source(), row.number(), flat);
    }

    /** VATEX's json list with {@code videoID} and {@code enCap}, the English captions. */
    public static Stream<VideoCaptions> vatex(Path json) {
        return captions(Rows.json(json), "videoID", "enCap");
    }

    /**
     * LSMDC's text between tabs without a header, whatever its ending: the clip, its begin and end
     * as aligned, then as cut, and a sentence. A clip of several sentences has a row for each.
     */
    public static Stream<VideoCaptions> lsmdc(Path tsv) {
        Stream<Row> rows =
                Rows.tabs(tsv, "clip", "begin", "end", "cut_begin", "cut_end", "sentence");
        return captions(rows, "clip", "sentence");
    }

    /**
     * WebVid's csv with {@code videoid} and {@code name}, or one exported from the published pickle
     * with {@code video_id} and {@code text}; captions are stripped.
     */
    public static Stream<VideoCaptions> webVid(Path csv) {
        return webVidRows(csv).map(CaptionFiles::webVid);
    }

    /**
     * WebVid as the published code takes it: without rows of a {@code txt_len} of 80 or more. A csv
     * without that column is measured in words by white space; whether the published column counts
     * words or letters is not known.
     */
    public static Stream<VideoCaptions> webVidAsPublished(Path csv) {
        return webVidRows(csv).filter(CaptionFiles::isShort).map(CaptionFiles::webVid);
    }

    /**
     * CC3M's text with caption, tab, address and no header. Pictures are named by their row as
     * eight digits, {@code 00000000} first.
     */
    public static Stream<VideoCaptions> cc3m(Path tsv) {
        return MissingCaptions.refused(Rows.tabs(tsv, "caption", "url"), row -> "caption")
                .map(CaptionFiles::picture);
    }

    private static VideoCaptions picture(Row row) {
        String caption = row.text("caption");
        if (Shapes.isAddress(caption) || !Shapes.isAddress(row.text("url"))) {
            throw row.fault(
                    Shapes.isAddress(caption) ? "caption" : "url",
                    "is %s; CC3M has a caption, a tab and an address. An address before its caption is TGIF's form: CaptionFiles.tgif(file)"
                            .formatted(
                                    Row.shown(
                                            Shapes.isAddress(caption)
                                                    ? caption
                                                    : row.text("url"))));
        }
        return new VideoCaptions("%08d".formatted(row.number() - 1), List.of(caption));
    }

    /**
     * TGIF's text with address, tab, caption and no header. A video is named by the last part of
     * its address.
     */
    public static Stream<VideoCaptions> tgif(Path tsv) {
        return MissingCaptions.refused(Rows.tabs(tsv, "url", "caption"), row -> "caption")
                .map(CaptionFiles::moving);
    }

    private static VideoCaptions moving(Row row) {
        String address = row.text("url");
        if (!Shapes.isAddress(address)) {
            throw row.fault(
                    "url",
                    "is %s; TGIF has an address, a tab and a caption"
                            .formatted(Row.shown(address)));
        }
        return new VideoCaptions(tgifName(address), List.of(row.text("caption")));
    }

    /** The last part of an address; what is none stays as it is. */
    static String tgifName(String address) {
        return address.strip().replaceFirst("[?#].*", "").replaceFirst(".*/", "");
    }

    /**
     * The published json of CC3M: a list with {@code image} and {@code caption}, one text or
     * several; {@link VideoCaptions#one} chooses among them.
     */
    public static Stream<VideoCaptions> cc3mPublished(Path json) {
        return captions(Rows.json(json), "image", "caption");
    }

    /**
     * Any json list of objects with these fields; the caption is one text or a list.
     *
     * @param section field of the outermost object that holds the list, for instance a split
     */
    public static Stream<VideoCaptions> json(
            Path json, String section, String video, String caption) {
        return captions(Rows.json(json, section), video, caption);
    }

    /** Any json list of objects with these fields; the caption is one text or a list. */
    public static Stream<VideoCaptions> json(Path json, String video, String caption) {
        return captions(Rows.json(json), video, caption);
    }

    /** An object from names to captions inside the outermost object. */
    public static Stream<VideoCaptions> map(Path json, String section) {
        return captions(Rows.json(json, section), JsonRows.KEY, JsonRows.VALUE);
    }

    /** Any file of json objects on lines with these fields; the caption is one text or a list. */
    public static Stream<VideoCaptions> jsonl(Path jsonl, String video, String caption) {
        return captions(Rows.jsonLines(jsonl), video, caption);
    }

    /** Any csv whose first row names these columns. */
    public static Stream<VideoCaptions> csv(Path csv, String video, String caption) {
        return captions(Rows.csv(csv), video, caption);
    }

    /** Any text with tabs whose first row names these columns. */
    public static Stream<VideoCaptions> tsv(Path tsv, String video, String caption) {
        return captions(Rows.tsv(tsv), video, caption);
    }

    /** Any table with these columns. */
    public static Stream<VideoCaptions> table(Table table, String video, String caption) {
        return captions(Rows.table(table), video, caption);
    }

    /**
     * A file of any kind that holds captions, recognised by its ending, columns and values; all
     * splits of a json with splits inside.
     *
     * @throws AnnotationException when it holds no captions, or when several kinds or columns fit;
     *     it then says how to choose
     */
    public static Stream<VideoCaptions> any(Path file) {
        return any(file, Recognition.of(file));
    }

    static Stream<VideoCaptions> any(Path file, Recognition found) {
        return switch (found.kind()) {
            case RETRIEVAL_JSONL -> retrieval(file);
            case CC3M_JSON -> cc3mPublished(file);
            case CC3M_TSV -> cc3m(file);
            case TGIF_TSV -> tgif(file);
            case WEBVID_CSV -> webVid(file);
            case DIDEMO_JSON -> didemoSentences(file);
            case ACTIVITYNET_JSON -> activityNetSentences(file);
            case VATEX_JSON -> vatex(file);
            case LSMDC_TEXT -> lsmdc(file);
            case MSRVTT_JSON -> msrvtt(file);
            case MSRVTT_TEST_CSV -> msrvttTest(file);
            case CAPTION_MAP -> msvd(file);
            case CAPTION_LIST -> json(file, found.video(), found.caption());
            case CAPTION_JSONL -> jsonl(file, found.video(), found.caption());
            case CAPTION_CSV -> csv(file, found.video(), found.caption());
            case CAPTION_TSV -> tsv(file, found.video(), found.caption());
            case SPLIT_MAPS, SPLIT_LISTS ->
                    splits(file).stream().flatMap(split -> split(file, found, split));
            default ->
                    throw new AnnotationException(
                            file.toString(),
                            "is a " + found.kind().title() + " and holds no captions");
        };
    }

    /** The splits inside a json. */
    static List<String> splits(Path json) {
        try (Stream<Row> rows = Rows.jsonSample(json)) {
            return rows.map(row -> row.text(JsonRows.KEY)).toList();
        }
    }

    static Stream<VideoCaptions> split(Path json, Recognition found, String split) {
        return found.kind() == AnnotationKind.SPLIT_MAPS
                ? map(json, split)
                : json(json, split, found.video(), found.caption());
    }

    private static Stream<VideoCaptions> captions(Stream<Row> rows, String video, String caption) {
        return MissingCaptions.refused(rows, row -> caption)
                .map(row -> new VideoCaptions(row.text(video), row.texts(caption)));
    }

    private static Stream<Row> webVidRows(Path csv) {
        return MissingCaptions.refused(Rows.csv(csv), CaptionFiles::webVidColumn);
    }

    private static VideoCaptions webVid(Row row) {
        return new VideoCaptions(
                row.text(row.either("videoid", "video_id")), List.of(webVidText(row)));
    }

    private static String webVidColumn(Row row) {
        return row.either("name", "text");
    }

    private static String webVidText(Row row) {
        return row.text(webVidColumn(row)).strip();
    }

    private static boolean isShort(Row row) {
        long length =
                row.has("txt_len") ? row.whole("txt_len") : webVidText(row).split("\\s+").length;
        return length < LONGEST_WEBVID_TEXT;
    }
}
