package io.github.alprolab.dsl.answer;

import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.AnswerCard.Guess;
import io.github.alprolab.dsl.record.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** {@code results/answers.csv} of a run: one row a question, with its likeliest answers. */
final class AnswersFile {
    private static final String NAME = "answers.csv";
    private static final List<String> TEXTS =
            List.of("id", "clip", "type", "question", "right answer");
    private static final String ANSWER = "answer ";
    private static final String PROBABILITY = "probability ";

    private AnswersFile() {}

    static boolean isThere(RunFolder folder) {
        return Files.exists(folder.result(NAME));
    }

    /** Writes all rows in one go. */
    static void write(RunFolder folder, List<GivenAnswer> answers) {
        Table table = Table.create("answers");
        List<Function<GivenAnswer, String>> texts =
                List.of(
                        GivenAnswer::id,
                        GivenAnswer::clip,
                        a -> a.type().name(),
                        GivenAnswer::question,
                        GivenAnswer::right);
        for (int i = 0; i < texts.size(); i++) {
            table.addColumns(
                    StringColumn.create(TEXTS.get(i), answers.stream().map(texts.get(i)).toList()));
        }
        for (int k = 0; k < GivenAnswer.GUESSES; k++) {
            int place = k;
            table.addColumns(
                    StringColumn.create(
                            ANSWER + (k + 1), answers.stream().map(a -> answer(a, place)).toList()),
                    DoubleColumn.create(
                            PROBABILITY + (k + 1),
                            answers.stream().mapToDouble(a -> probability(a, place)).toArray()));
        }
        folder.result(NAME, out -> table.write().csv(out));
    }

    private static String answer(GivenAnswer given, int place) {
        return place < given.guesses().size() ? given.guesses().get(place).answer() : "";
    }

    /** Below 0 where the model knows fewer answers. */
    private static double probability(GivenAnswer given, int place) {
        return place < given.guesses().size() ? given.guesses().get(place).probability() : -1;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws AdviceException when the file is missing or damaged
     */
    static List<GivenAnswer> read(RunFolder folder) {
        Path file = folder.result(NAME);
        try {
            Table table =
                    Table.read()
                            .usingOptions(
                                    CsvReadOptions.builder(file.toFile())
                                            .missingValueIndicator("")
                                            .columnTypes(types()));
            List<GivenAnswer> all = new ArrayList<>();
            for (int row = 0; row < table.rowCount(); row++) {
                all.add(answer(table, row));
            }
            return all;
        } catch (RuntimeException e) {
            throw AdviceException.unreadable(
                    file + " cannot be read",
                    e,
                    "Remove the file; experiment.run() answers the questions anew");
        }
    }

    private static GivenAnswer answer(Table table, int row) {
        List<String> texts = TEXTS.stream().map(n -> table.stringColumn(n).get(row)).toList();
        List<Guess> guesses = new ArrayList<>();
        for (int k = 1; k <= GivenAnswer.GUESSES; k++) {
            double probability = table.doubleColumn(PROBABILITY + k).getDouble(row);
            if (probability >= 0) {
                guesses.add(new Guess(table.stringColumn(ANSWER + k).get(row), probability));
            }
        }
        return new GivenAnswer(
                texts.get(0),
                texts.get(1),
                QuestionType.valueOf(texts.get(2)),
                texts.get(3),
                texts.get(4),
                guesses);
    }

    private static ColumnType[] types() {
        ColumnType[] all = new ColumnType[TEXTS.size() + 2 * GivenAnswer.GUESSES];
        Arrays.fill(all, ColumnType.STRING);
        for (int k = 0; k < GivenAnswer.GUESSES; k++) {
            all[TEXTS.size() + 2 * k + 1] = ColumnType.DOUBLE;
        }
        return all;
    }
}
