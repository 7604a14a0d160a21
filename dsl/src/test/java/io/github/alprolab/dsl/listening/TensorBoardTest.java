package io.github.alprolab.dsl.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.MetricLog;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.Scored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event files as TensorBoard writes them. */
class TensorBoardTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochMilli(1_700_000_000_500L), ZoneOffset.UTC);
    private static final RunStatus STATUS = RunStatus.starting("0123456789", Instant.EPOCH);

    @TempDir Path folder;

    private RunFolder run() {
        RunFolder run = new RunFolder(folder.resolve("runs").resolve("tiny").resolve("01234567-1"));
        run.status(STATUS);
        return run;
    }

    private List<Path> written() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("board"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void everyByteIsThatOfTensorBoardsOwnWriter() throws IOException {
        TensorBoard board = new TensorBoard(folder.resolve("board"), CLOCK);
        RunFolder run = run();
        MetricRow row = new MetricRow(301, 2, "TRAIN", "VTC_LOSS", 1.25, 0.5);
        try (MetricLog log = MetricLog.append(run.metricsFile())) {
            log.add(row);
        }

        board.begins(run, STATUS.at(300, 1));
        board.measured(row);
        board.ended(run, STATUS);

        assertThat(written())
                .containsExactly(
                        folder.resolve(
                                "board/tiny/01234567-1/TRAIN/events.out.tfevents.1700000000.alprolab.0"));
        try (InputStream golden = getClass().getResourceAsStream("/listening/events.tfevents")) {
            assertThat(Files.readAllBytes(written().get(0))).isEqualTo(golden.readAllBytes());
        }
    }

    @Test
    void aSessionThatGoesOnWritesAFileOfItsOwn() throws IOException {
        for (int session = 0; session < 2; session++) {
            TensorBoard board = new TensorBoard(folder.resolve("board"), CLOCK);
            board.begins(run(), STATUS);
            board.measured(new MetricRow(1, 1, "VALIDATION", "VTC_LOSS", 1, 0));
            board.ended(run(), STATUS);
        }
        assertThat(written()).hasSize(2);
    }

    @Test
    void theFiguresOfAMeasurementAreToldAtItsEnd() throws IOException {
        RunFolder run = run();
        run.scored(List.of(new Scored(Metric.R1, "all splits", 12.5, 8)));
        TensorBoard board = new TensorBoard(folder.resolve("board"), CLOCK);

        board.begins(run, STATUS);
        board.ended(run, STATUS);

        assertThat(written()).hasSize(1);
        assertThat(written().get(0).getParent()).hasFileName("all-splits");
        assertThat(Files.readString(written().get(0), StandardCharsets.ISO_8859_1))
                .contains("TEXT_TO_VIDEO_R1");
    }
}
