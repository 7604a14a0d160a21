package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an annotation file holds, told by its ending and its first row. */
public enum AnnotationKind {
    RETRIEVAL_JSONL("published retrieval jsonl"),
    QUESTION_JSONL("published question jsonl"),
    ANSWER_LABELS("published answer labels"),
    ENTITIES("entity list"),
    CC3M_JSON("published CC3M json"),
    CC3M_TSV("CC3M tsv"),
    WEBVID_CSV("WebVid csv"),
    DIDEMO_JSON("DiDeMo json"),
    MSRVTT_JSON("MSRVTT json"),
    MSRVTT_TEST_CSV("MSRVTT 1k-A csv"),
    CAPTION_MAP("json of captions by video"),
    CAPTION_LIST("json list of captions"),
    SPLIT_MAPS("json of captions by video in splits"),
    SPLIT_LISTS("json list of captions in splits"),
    QUESTIONS_JSON("json list of questions"),
    QUESTIONS_CSV("csv of questions"),
    VIDEO_LIST("list of videos"),
    VIDEO_NAMES("names of videos");

    /** Fields of the outermost object in MSRVTT's own file. */
    private static final Set<String> MSRVTT_FIELDS = Set.of("info", "videos", "sentences");

    private final String title;

    AnnotationKind(String title) {
        this.title = title;
    }

    /** What tables call it. */
    public String title() {
        return title;
    }

    /**
     * Looks at the first row.
     *
     * @throws AnnotationException when the file is of no known kind; names the kinds
     */
    public static AnnotationKind of(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Optional<AnnotationKind> kind =
                switch (ending) {
                    case "jsonl" -> first(Rows.jsonLines(file)).flatMap(AnnotationKind::ofLine);
                    case "json" -> first(Rows.json(file)).flatMap(AnnotationKind::ofElement);
                    case "csv" -> first(Rows.csv(file)).flatMap(AnnotationKind::ofCells);
                    case "tsv" -> Optional.of(CC3M_TSV);
                    case "txt" -> first(Rows.lines(file)).map(AnnotationKind::ofText);
                    // Opened for what it says about pickles and compressed files.
                    default -> first(Rows.lines(file)).flatMap(row -> Optional.empty());
                };
        return kind.orElseThrow(() -> unknown(file));
    }

    private static Optional<Row> first(Stream<Row> rows) {
        try (rows) {
            return rows.findFirst();
        }
    }

    private static Optional<AnnotationKind> ofLine(Row row) {
        if (row.has("question")) {
            return Optional.of(QUESTION_JSONL);
        }
        return row.has("caption") ? Optional.of(RETRIEVAL_JSONL) : Optional.empty();
    }

    private static Optional<AnnotationKind> ofCells(Row row) {
        if (row.has("question")) {
            return Optional.of(QUESTIONS_CSV);
        }
        if (row.has("sentence")) {
            return Optional.of(MSRVTT_TEST_CSV);
        }
        if (row.has("videoid") || row.has("txt_len")) {
            return Optional.of(WEBVID_CSV);
        }
        return row.has("video_id") ? Optional.of(VIDEO_LIST) : Optional.empty();
    }

    private static Optional<AnnotationKind> ofElement(Row row) {
        if (row.has(JsonRows.KEY) && row.has(JsonRows.VALUE)) {
            return ofEntry(row);
        }
        if (row.has("question")) {
            return Optional.of(QUESTIONS_JSON);
        }
        if (row.has("image")) {
            return Optional.of(CC3M_JSON);
        }
        if (row.has("description")) {
            return Optional.of(DIDEMO_JSON);
        }
        return row.has("caption") ? Optional.of(CAPTION_LIST) : Optional.empty();
    }

    private static Optional<AnnotationKind> ofEntry(Row row) {
        if (MSRVTT_FIELDS.contains(row.text(JsonRows.KEY))) {
            return Optional.of(MSRVTT_JSON);
        }
        JsonNode value = row.fields().path(JsonRows.VALUE);
        if (value.isIntegralNumber()) {
            return Optional.of(ANSWER_LABELS);
        }
        if (value.isTextual() || value.path(0).isTextual()) {
            return Optional.of(CAPTION_MAP);
        }
        if (value.isArray()) {
            return Optional.of(SPLIT_LISTS);
        }
        return value.isObject() ? Optional.of(SPLIT_MAPS) : Optional.empty();
    }

    private static AnnotationKind ofText(Row row) {
        String[] words = row.text(Lines.TEXT).strip().split("\\s+");
        if (words.length == 1) {
            return VIDEO_LIST;
        }
        return words[1].matches("\\d+") ? ENTITIES : VIDEO_NAMES;
    }

    private static AnnotationException unknown(Path file) {
        StringBuilder kinds = new StringBuilder();
        for (AnnotationKind kind : values()) {
            kinds.append(kinds.isEmpty() ? "" : ", ").append(kind.title);
        }
        return new AnnotationException(
                file.toString(),
                "is of no kind known here ("
                        + kinds
                        + "); name its columns: CaptionFiles.csv(file, \"video\", \"caption\")");
    }
}
