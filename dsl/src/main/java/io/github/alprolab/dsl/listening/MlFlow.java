package io.github.alprolab.dsl.listening;

import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.Scored;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells a tracking server of MLflow, by its REST interface: settings as parameters, figures as
 * metrics by step, a run there for each run here.
 *
 * <pre>{@code
 * pretraining.run(MlFlow.at("http://localhost:5000"))
 * }</pre>
 */
public final class MlFlow implements RunListener {
    /** The server takes 1,000 figures and 100 parameters in one request. */
    private static final int MOST_METRICS = 500;

    private static final int MOST_PARAMETERS = 100;
    private static final int LONGEST = 250;

    private final MlFlowServer server;
    private final Clock clock;
    private final List<Map<String, Object>> waiting = new ArrayList<>();
    private String run = "";

    MlFlow(URI address, Clock clock) {
        this.server = new MlFlowServer(address);
        this.clock = clock;
    }

    /**
     * A server, such as {@code http://localhost:5000}; asked for the first time when a run begins.
     *
     * @throws IllegalArgumentException for what is no address of http or https
     */
    public static MlFlow at(String address) {
        URI uri = URI.create(address);
        if (uri.getScheme() == null
                || !uri.getScheme().matches("https?")
                || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "MlFlow.at(\"%s\") is given; an address such as http://localhost:5000 is needed."
                            .formatted(address));
        }
        return new MlFlow(uri, Clock.systemUTC());
    }

    @Override
    public void begins(RunFolder folder, RunStatus status) {
        String place = folder.name() + "/" + folder.path().getFileName();
        String experiment = server.experiment(folder.name());
        run =
                server.find(experiment, place)
                        .orElseGet(() -> server.create(experiment, place, clock.millis()));
        server.update(run, "RUNNING", 0);
        List<Map<String, Object>> all = new ArrayList<>();
        CanonicalJson.flat(folder.experiment())
                .forEach((key, value) -> all.add(Map.of("key", key, "value", brief(value))));
        for (int from = 0; from < all.size(); from += MOST_PARAMETERS) {
            server.log(
                    run,
                    List.of(),
                    all.subList(from, Math.min(all.size(), from + MOST_PARAMETERS)));
        }
    }

    @Override
    public void measured(MetricRow row) {
        add(row.split(), row.metric(), row.value(), row.step());
    }

    @Override
    public void ended(RunFolder folder, RunStatus status) {
        if (folder.metrics().isEmpty()) {
            for (Scored s : folder.scored()) {
                add(s.split(), s.metric().name(), s.value(), status.step());
            }
        }
        send();
        server.update(run, word(status.state()), clock.millis());
    }

    private static String word(RunState state) {
        return switch (state) {
            case FINISHED -> "FINISHED";
            case FAILED -> "FAILED";
            case INTERRUPTED -> "KILLED";
            case RUNNING -> "RUNNING";
        };
    }

    private void add(String split, String metric, double value, long step) {
        waiting.add(
                Map.of(
                        "key",
                        split.replace(' ', '_') + "/" + metric,
                        "value",
                        value,
                        "timestamp",
                        clock.millis(),
                        "step",
                        step));
        if (waiting.size() >= MOST_METRICS) {
            send();
        }
    }

    private void send() {
        if (!waiting.isEmpty()) {
            server.log(run, List.copyOf(waiting), List.of());
            waiting.clear();
        }
    }

    private static String brief(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }

    @Override
    public String toString() {
        return "MLflow at " + server;
    }
}
