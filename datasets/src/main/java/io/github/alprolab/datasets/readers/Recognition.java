package io.github.alprolab.datasets.readers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an annotation file was recognised as.
 *
 * @param columns where the kind leaves them open
 */
record Recognition(AnnotationKind kind, Optional<CaptionColumns> columns) {

    /**
     * Looks at the ending, the header or the fields, and the values of the first rows.
     *
     * @throws AnnotationException when no kind fits, or several do; names them
     */
    static Recognition of(Path file) {
        String name = file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "jsonl" -> columns(file, Rows.jsonLines(file), AnnotationKind.CAPTION_JSONL);
            case "json" -> json(file);
            case "csv" ->
                    TextLines.isLsmdc(RowSample.of(Rows.lines(file)))
                            ? new Recognition(AnnotationKind.LSMDC_TEXT, Optional.empty())
                            : columns(file, Rows.csv(file), AnnotationKind.CAPTION_CSV);
            case "tsv" -> tabs(file);
            case "txt" -> only(file, TextLines.words(RowSample.of(Rows.lines(file))));
            default -> {
                // Opened for what it says about pickles and compressed files.
                RowSample.of(Rows.lines(file));
                throw none(file);
            }
        };
    }

    private static Recognition columns(Path file, Stream<Row> rows, AnnotationKind captions) {
        return columns(file, RowSample.of(rows), captions);
    }

    private static Recognition columns(Path file, RowSample sample, AnnotationKind captions) {
        Recognition found = only(file, NamedColumns.kinds(sample, captions));
        return found.kind.holdsCaptions() ? found.with(choice(file, sample, captions)) : found;
    }

    private static Optional<CaptionColumns> choice(
            Path file, RowSample sample, AnnotationKind captions) {
        List<CaptionColumns> choices = CaptionColumns.of(sample);
        if (choices.size() > 1) {
            throw CaptionColumns.several(file.toString(), captions.reader(), choices);
        }
        return choices.stream().findFirst();
    }

    private static Recognition json(Path file) {
        RowSample sample = RowSample.of(Rows.jsonSample(file));
        if (!sample.has(JsonRows.KEY, JsonRows.VALUE)) {
            return columns(file, sample, AnnotationKind.CAPTION_LIST);
        }
        Recognition found = only(file, NamedEntries.kinds(sample));
        if (found.kind != AnnotationKind.SPLIT_LISTS) {
            return found;
        }
        RowSample inside =
                new RowSample(sample.rows().stream().flatMap(Recognition::inside).toList());
        if (only(file, NamedColumns.kinds(inside, AnnotationKind.CAPTION_LIST))
                .kind
                .holdsCaptions()) {
            return found.with(choice(file, inside, AnnotationKind.CAPTION_LIST));
        }
        throw none(file);
    }

    private static Stream<Row> inside(Row split) {
        return NamedEntries.elements(split.fields().path(JsonRows.VALUE)).stream()
                .map(element -> new Row(split.source(), split.number(), element));
    }

    private static Recognition tabs(Path file) {
        List<AnnotationKind> kinds = TextLines.tabs(RowSample.of(Rows.lines(file)));
        return kinds.isEmpty()
                ? columns(file, Rows.tsv(file), AnnotationKind.CAPTION_TSV)
                : only(file, kinds);
    }

    /** The column of names, which {@link #columns} has where the kind is one of columns. */
    String video() {
        return columns.orElseThrow().video();
    }

    /** The column of captions. */
    String caption() {
        return columns.orElseThrow().caption();
    }

    private Recognition with(Optional<CaptionColumns> choice) {
        return new Recognition(kind, choice);
    }

    private static Recognition only(Path file, List<AnnotationKind> kinds) {
        if (kinds.isEmpty()) {
            throw none(file);
        }
        if (kinds.size() > 1) {
            throw new AnnotationException(
                    file.toString(),
                    "can be read as %s; say which: %s"
                            .formatted(
                                    joined(kinds.stream().map(AnnotationKind::title), " and as "),
                                    joined(kinds.stream().map(AnnotationKind::call), " or ")));
        }
        return new Recognition(kinds.get(0), Optional.empty());
    }

    private static String joined(Stream<String> texts, String between) {
        return texts.collect(Collectors.joining(between));
    }

    private static AnnotationException none(Path file) {
        return new AnnotationException(
                file.toString(),
                "is of no kind known here (%s); name its columns: CaptionFiles.csv(file, \"video\", \"caption\")"
                        .formatted(
                                joined(
                                        Arrays.stream(AnnotationKind.values())
                                                .map(AnnotationKind::title),
                                        ", ")));
    }
}
