package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionType;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Question files as streams: one row is held at a time. Every stream wants to be closed. Faults
 * raise {@link AnnotationException} at the row they are in.
 */
public final class QuestionFiles {
    private QuestionFiles() {}

    /**
     * The published files: {@code question}, {@code answer}, {@code video_id} and {@code
     * answer_type} on every line. Ids are the numbers of the lines.
     */
    public static Stream<Question> published(Path jsonl) {
        return Rows.jsonLines(jsonl)
                .map(row -> question(row, row.text("video_id"), Long.toString(row.number())));
    }

    /**
     * MSRVTT-QA's json list with {@code id}, {@code video_id}, {@code question}, {@code answer}, or
     * its csv with {@code qid} and {@code video}. A video 6513 is named {@code video6513}.
     */
    public static Stream<Question> msrvttQa(Path jsonOrCsv) {
        return named(jsonOrCsv, number -> number.matches("\\d+") ? "video" + number : number);
    }

    /**
     * MSVD-QA's json list, or a csv of the same columns. Its videos are numbers; 12 is {@code
     * vid12}.
     */
    public static Stream<Question> msvdQa(Path jsonOrCsv) {
        return named(jsonOrCsv, number -> number.matches("\\d+") ? "vid" + number : number);
    }

    /**
     * The same.
     *
     * @param names tells the names that the caption file and the videos have
     */
    public static Stream<Question> msvdQa(Path jsonOrCsv, VideoNames names) {
        return rows(jsonOrCsv)
                .map(
                        row -> {
                            String column = row.either("video_id", "video");
                            String number = row.text(column);
                            String name =
                                    names.of("vid" + number)
                                            .orElseThrow(() -> unknown(row, column, number, names));
                            return question(row, name, id(row));
                        });
    }

    /**
     * TGIF-QA's text between tabs, called csv, with {@code gif_name}, {@code question} and {@code
     * answer}: FrameQA, whose answers are free. The files of actions and transitions are multiple
     * choices and refused.
     */
    public static Stream<Question> tgifQa(Path csv) {
        return Rows.csv(csv).map(row -> question(row, row.text("gif_name"), id(row)));
    }

    /**
     * Any json list, jsonl, csv or tsv with the columns {@code video} (or {@code video_id}), {@code
     * question} and {@code answer}; ids are those of {@code id}, or the numbers of the rows.
     */
    public static Stream<Question> any(Path file) {
        return named(file, Function.identity());
    }

    /** Any table with the columns {@code video}, {@code question} and {@code answer}. */
    public static Stream<Question> table(Table table) {
        return Rows.table(table).map(row -> named(row, Function.identity()));
    }

    private static Stream<Question> named(Path file, Function<String, String> name) {
        return rows(file).map(row -> named(row, name));
    }

    private static Question named(Row row, Function<String, String> name) {
        return question(row, name.apply(row.text(row.either("video_id", "video"))), id(row));
    }

    private static Stream<Row> rows(Path file) {
        String name = file.toString();
        if (name.endsWith(".csv")) {
            return Rows.csv(file);
        }
        if (name.endsWith(".tsv")) {
            return Rows.tsv(file);
        }
        return name.endsWith(".jsonl") ? Rows.jsonLines(file) : Rows.json(file);
    }

    private static String id(Row row) {
        return Stream.of("id", "qid", "question_id", "vid_id")
                .filter(row::has)
                .findFirst()
                .map(row::text)
                .orElse("" + row.number());
    }

    private static Question question(Row row, String video, String id) {
        if (Choices.areIn(row)) {
            throw Choices.refused(row);
        }
        String text = row.text("question").strip();
        QuestionType type = QuestionType.of(row.optional("answer_type").orElse(text));
        return new Question(id, video, text, row.text("answer").strip(), type);
    }

    private static AnnotationException unknown(
            Row row, String column, String number, VideoNames names) {
        return row.fault(
                column,
                "is %s, which the mapping of %d names does not know; give the mapping of the same release"
                        .formatted(number, names.size()));
    }
}
