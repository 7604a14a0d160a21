package io.github.alprolab.dsl.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.alprolab.dsl.record.MetricLog;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tracking server is asked, told by one that answers as MLflow documents it. */
class MlFlowTest {
    private static final RunStatus STATUS = RunStatus.starting("0123456789", Instant.EPOCH);

    @TempDir Path folder;
    private final List<String> asked = new ArrayList<>();
    private String runs = "{}";
    private int status = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/2.0/mlflow/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestURI().toString().replace("/api/2.0/mlflow/", "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(what + " " + body.replaceAll("\\s+", " ").strip());
        boolean unknown = what.startsWith("experiments/get-by-name");
        String said =
                Map.of(
                                "experiments/create", "{\"experiment_id\": \"7\"}",
                                "runs/search", runs,
                                "runs/create", "{\"run\": {\"info\": {\"run_id\": \"abc\"}}}")
                        .getOrDefault(what, "{}");
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(unknown ? 404 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private MlFlow listener() {
        return MlFlow.at("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private RunFolder run() {
        RunFolder run = new RunFolder(folder.resolve("tiny").resolve("01234567-1"));
        run.begin("{\"trainer\": {\"epochs\": 2}}", "", Map.of());
        run.status(STATUS);
        return run;
    }

    @Test
    void settingsAreParametersAndFiguresAreMetricsByStep() {
        RunFolder run = run();
        MetricRow row = new MetricRow(3, 1, "TRAIN", "VTC_LOSS", 1.25, 0.5);
        try (MetricLog log = MetricLog.append(run.metricsFile())) {
            log.add(row);
        }
        MlFlow listener = listener();

        listener.begins(run, STATUS);
        listener.measured(row);
        listener.ended(run, STATUS.ended(RunState.FINISHED, Instant.EPOCH, 1, ""));

        assertThat(asked).hasSize(8);
        assertThat(asked.get(0)).isEqualTo("experiments/get-by-name?experiment_name=tiny ");
        assertThat(asked.get(1)).isEqualTo("experiments/create { \"name\": \"tiny\" }");
        assertThat(asked.get(2)).contains("tags.`alprolab.run` = 'tiny/01234567-1'");
        assertThat(asked.get(3)).contains("\"experiment_id\": \"7\"", "\"run_name\": \"tiny/");
        assertThat(asked.get(4)).contains("runs/update", "RUNNING").doesNotContain("end_time");
        assertThat(asked.get(5))
                .contains("\"params\": [{ \"key\": \"trainer.epochs\", \"value\": \"2\" }]");
        assertThat(asked.get(6))
                .contains("runs/log-batch", "\"key\": \"TRAIN/VTC_LOSS\"", "\"step\": 3", "1.25");
        assertThat(asked.get(7)).contains("runs/update", "FINISHED", "end_time", "\"abc\"");
    }

    @Test
    void aSessionThatGoesOnFindsTheRunOfTheOneBefore() {
        runs = "{\"runs\": [{\"info\": {\"run_id\": \"old\"}}]}";

        listener().begins(run(), STATUS);

        assertThat(asked).noneMatch(a -> a.startsWith("runs/create"));
        assertThat(asked).anyMatch(a -> a.startsWith("runs/update") && a.contains("\"old\""));
    }

    @Test
    void aServerThatRefusesIsToldNoMoreAndTheRunGoesOn() {
        status = 500;
        List<String> notes = new ArrayList<>();
        Listeners listeners = new Listeners(List.of(listener()), notes::add);

        listeners.begins(run(), STATUS);
        listeners.measured(new MetricRow(1, 1, "TRAIN", "VTC_LOSS", 1, 0));

        assertThat(notes).singleElement().asString().contains("is told no more", "answers 500");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> MlFlow.at("localhost:5000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://localhost:5000 is needed");
    }
}
