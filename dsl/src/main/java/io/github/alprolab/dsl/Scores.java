package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.table.DataTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Every text against every clip.
 *
 * @param ids of the clips
 * @param captions the texts, caption i belongs to clip i
 * @param groups what is seen most in each clip; empty where it is not known
 * @param values texts (rows) against clips (columns): cosine divided by the temperature
 * @param textToVideo rank of the right clip for each text, 1 is best
 * @param videoToText rank of the right text for each clip
 */
record Scores(
        List<String> ids,
        List<String> captions,
        List<String> groups,
        double[][] values,
        int[] textToVideo,
        int[] videoToText) {
    private static final String TO_VIDEO = "text to video";
    private static final String TO_TEXT = "video to text";
    private static final String RANKS = "ranks.csv";
    private static final String SIMILARITY = "similarity.csv.gz";

    void write(RunFolder folder) {
        Table ranks =
                DataTable.of("ranks")
                        .text("clip", ids)
                        .text("caption", captions)
                        .text("group", groups)
                        .whole(TO_VIDEO, Arrays.stream(textToVideo).boxed().toList())
                        .whole(TO_TEXT, Arrays.stream(videoToText).boxed().toList())
                        .tablesaw();
        folder.result(RANKS, out -> ranks.write().csv(out));
        folder.result(SIMILARITY, this::similarity);
    }

    static Scores read(RunFolder folder) {
        Table ranks = ranks(folder.result(RANKS));
        return new Scores(
                ranks.stringColumn("clip").asList(),
                ranks.stringColumn("caption").asList(),
                ranks.stringColumn("group").asList(),
                similarity(folder.result(SIMILARITY)),
                whole(ranks, TO_VIDEO),
                whole(ranks, TO_TEXT));
    }

    private static int[] whole(Table table, String column) {
        return table.longColumn(column).asList().stream().mapToInt(Long::intValue).toArray();
    }

    private void similarity(OutputStream out) throws IOException {
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            for (double[] row : values) {
                String line =
                        DoubleStream.of(row)
                                .mapToObj(Double::toString)
                                .collect(Collectors.joining(",", "", "\n"));
                packed.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static double[][] similarity(Path file) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(l -> Arrays.stream(l.split(",")).mapToDouble(Double::parseDouble))
                    .map(DoubleStream::toArray)
                    .toArray(double[][]::new);
        } catch (IOException | UncheckedIOException e) {
            throw damaged(file, e);
        }
    }

    private static Table ranks(Path file) {
        ColumnType text = ColumnType.STRING;
        ColumnType number = ColumnType.LONG;
        try {
            return Table.read()
                    .usingOptions(
                            CsvReadOptions.builder(file.toFile())
                                    .missingValueIndicator("")
                                    .columnTypes(
                                            new ColumnType[] {text, text, text, number, number}));
        } catch (RuntimeException e) {
            throw damaged(file, e);
        }
    }

    private static AdviceException damaged(Path file, Exception cause) {
        return AdviceException.unreadable(
                file + " cannot be read", cause, "experiment.again() measures anew");
    }
}
