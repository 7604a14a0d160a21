package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log of metrics grows over sessions and survives their death. */
class MetricLogTest {
    private static final String HEADER = "step,epoch,split,metric,value,seconds\n";
    private static final MetricRow FIRST = new MetricRow(1, 1, "TRAIN", "vtc", 2.5, 0.25);
    private static final MetricRow SECOND = new MetricRow(2, 1, "TRAIN", "vtc", 1.0E-4, 12);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("run").resolve("metrics.csv");
    }

    private void append(MetricRow... rows) {
        try (MetricLog log = MetricLog.append(file)) {
            for (MetricRow row : rows) {
                log.add(row);
            }
        }
    }

    @Test
    void aNewLogBeginsWithItsHeader() {
        append(FIRST, SECOND);

        assertThat(file).hasContent(HEADER + "1,1,TRAIN,vtc,2.5,0.25\n2,1,TRAIN,vtc,1.0E-4,12.0\n");
    }

    @Test
    void anotherSessionGoesOn() {
        append(FIRST);
        append(SECOND);

        assertThat(MetricLog.read(file)).containsExactly(FIRST, SECOND);
        assertThat(file).content().containsOnlyOnce("step,");
    }

    @Test
    void theLastRowOfOneStepSplitAndMetricCountsInTheFirstOnesPlace() {
        MetricRow again = new MetricRow(1, 1, "TRAIN", "vtc", 7, 99);
        append(FIRST, SECOND);
        append(again);

        assertThat(MetricLog.read(file)).containsExactly(again, SECOND);
    }

    @Test
    void otherSplitsAndMetricsOfAStepStayApart() {
        MetricRow split = new MetricRow(1, 1, "VALIDATION", "vtc", 3, 0);
        MetricRow metric = new MetricRow(1, 1, "TRAIN", "mlm", 4, 0);
        append(FIRST, split, metric);

        assertThat(MetricLog.read(file)).containsExactly(FIRST, split, metric);
    }

    @Test
    void halfALineAtTheEndIsNotRead() throws IOException {
        append(FIRST);
        Files.writeString(file, "2,1,TRA", StandardOpenOption.APPEND);

        assertThat(MetricLog.read(file)).containsExactly(FIRST);
    }

    @Test
    void halfALineOfAKilledSessionIsCut() throws IOException {
        append(FIRST);
        Files.writeString(file, Files.readString(file) + "2,1,TRA");

        append(SECOND);

        assertThat(MetricLog.read(file)).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "step,ep"})
    void aLogWithoutAWholeHeaderBeginsAnew(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        append(FIRST);

        assertThat(file).hasContent(HEADER + "1,1,TRAIN,vtc,2.5,0.25\n");
    }

    @Test
    void flushedRowsAreOnDiskBeforeTheLogIsClosed() {
        try (MetricLog log = MetricLog.append(file)) {
            log.add(FIRST);
            log.flush();
            assertThat(MetricLog.read(file)).containsExactly(FIRST);
        }
    }

    @Test
    void rowsThatManyCallsAddAreWrittenInTheirOrder() {
        MetricRow[] rows =
                IntStream.range(0, 2000)
                        .mapToObj(i -> new MetricRow(i, 1, "TRAIN", "vtc", i, i))
                        .toArray(MetricRow[]::new);
        append(rows);

        assertThat(MetricLog.read(file)).containsExactly(rows);
    }

    @Test
    void whatCannotBeWrittenIsToldByTheNextCallAndByTheEnd() {
        MetricLog log = new MetricLog(file, new BufferedWriter(new FullDisk()));

        assertThatThrownBy(
                        () -> {
                            log.add(FIRST);
                            log.flush();
                        })
                .isInstanceOf(RecordException.class)
                .hasMessage(file + " cannot be written")
                .cause()
                .hasMessage("No space left on device");
        assertThatThrownBy(() -> log.add(SECOND)).hasMessage(file + " cannot be written");
        assertThatThrownBy(log::close).hasMessage(file + " cannot be written");
    }

    private static final class FullDisk extends Writer {
        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aMissingLogHasNoRows() {
        assertThat(MetricLog.read(file)).isEmpty();
    }

    @Test
    void aDamagedLogIsNamed() throws IOException {
        append(FIRST);
        Files.writeString(file, Files.readString(file) + "x,1,TRAIN,vtc,1,1\n");

        assertThatThrownBy(() -> MetricLog.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(file + " is damaged: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,1,TRAIN,vtc,2.5", "1,1,TRAIN,vtc,2.5,1,"})
    void aLineHasSixCells(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricRow.parse(line))
                .withMessage(
                        "A line of metrics.csv has %d cells, 6 are expected: %s",
                        line.split(",", -1).length, line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,1,T,m,1,1", "1,,T,m,1,1", "1,1,T,m,one,1", "1,1,T,m,1,one"})
    void cellsOfNumbersHoldNumbers(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> MetricRow.parse(line));
    }
}
