package io.github.alprolab.dsl.listening;

import io.github.alprolab.dsl.record.CanonicalJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The few requests of MLflow's REST interface, version 2.0, that a listener needs. */
final class MlFlowServer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FINE = 200;
    private static final int ABSENT = 404;

    /** By which a session that goes on finds the run of the one before. */
    private static final String PLACE = "alprolab.run";

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    MlFlowServer(URI address) {
        this.address = address;
    }

    /** The id of the experiment of a name, which is made where it is not there. */
    String experiment(String name) {
        String query = "?experiment_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        HttpResponse<String> found = send("experiments/get-by-name" + query, Optional.empty());
        if (found.statusCode() == ABSENT) {
            return field(post("experiments/create", Map.of("name", name)), "experiment_id");
        }
        return field(required(found), "experiment.experiment_id");
    }

    /** The id of a run that a session before began. */
    Optional<String> find(String experiment, String place) {
        String filter = "tags.`%s` = '%s'".formatted(PLACE, place);
        String found =
                post(
                        "runs/search",
                        Map.of(
                                "experiment_ids",
                                List.of(experiment),
                                "filter",
                                filter,
                                "max_results",
                                1));
        return CanonicalJson.rows(found, "runs").stream()
                .map(run -> (Map<?, ?>) run.get("info"))
                .map(info -> String.valueOf(info.get("run_id")))
                .findFirst();
    }

    /** The id of a new run. */
    String create(String experiment, String place, long millis) {
        return field(
                post(
                        "runs/create",
                        Map.of(
                                "experiment_id", experiment,
                                "run_name", place,
                                "start_time", millis,
                                "tags", List.of(Map.of("key", PLACE, "value", place)))),
                "run.info.run_id");
    }

    void log(String run, List<Map<String, Object>> metrics, List<Map<String, Object>> parameters) {
        post("runs/log-batch", Map.of("run_id", run, "metrics", metrics, "params", parameters));
    }

    /** How a run stands; 0 for one that has not ended. */
    void update(String run, String status, long ended) {
        Map<String, Object> all = new TreeMap<>(Map.of("run_id", run, "status", status));
        if (ended > 0) {
            all.put("end_time", ended);
        }
        post("runs/update", all);
    }

    private String post(String what, Map<String, Object> body) {
        return required(send(what, Optional.of(CanonicalJson.write(body))));
    }

    private HttpResponse<String> send(String what, Optional<String> body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + "/api/2.0/mlflow/" + what))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json");
        body.ifPresent(b -> request.POST(HttpRequest.BodyPublishers.ofString(b)));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + address + " (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + address, e);
        }
    }

    private String base() {
        return address.toString().replaceFirst("/+$", "");
    }

    private static String required(HttpResponse<String> response) {
        if (response.statusCode() != FINE) {
            throw new IllegalStateException(
                    "%s answers %d: %s"
                            .formatted(response.uri(), response.statusCode(), response.body()));
        }
        return response.body();
    }

    private static String field(String json, String path) {
        return Optional.ofNullable(CanonicalJson.flat(json).get(path))
                .orElseThrow(
                        () -> new IllegalStateException("no " + path + " in the answer " + json));
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
