package io.github.alprolab.dsl.training;

import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.EnvironmentRecord;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How fast a training of the same shape went on a machine like this one.
 *
 * @param seconds of an update, validation and checkpoints included
 * @param run where that was recorded
 */
public record EarlierPace(double seconds, RunFolder run) {
    /** Fewer say little: the first ones also wait for the engine. */
    private static final int FEWEST = 20;

    /** Settings that leave the time of an update alone. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of(
                    "name",
                    "data",
                    "pairs.limit",
                    "trainer.epochs",
                    "trainer.learningRate",
                    "trainer.warmup",
                    "trainer.decay",
                    "trainer.weightDecay",
                    "trainer.clip",
                    "trainer.seed",
                    "prompter.weights",
                    "prompter.entities",
                    "prompter.templates");

    /**
     * That of the newest of some runs.
     *
     * @param settings an {@code experiment.json}
     * @param leftOut by path, what a record does not write out
     */
    public static Optional<EarlierPace> of(
            List<RunFolder> runs, String settings, Map<String, String> leftOut) {
        EnvironmentRecord here = EnvironmentRecord.current();
        List<RunFolder> newestFirst = new ArrayList<>(runs);
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(run -> sameShape(run.experiment(), settings, leftOut))
                .filter(run -> sameMachine(run, here))
                .flatMap(run -> of(run).stream())
                .findFirst();
    }

    private static boolean sameShape(String before, String now, Map<String, String> leftOut) {
        return Settings.differences(before, now, leftOut).stream()
                .map(difference -> difference.substring(0, difference.indexOf(' ')))
                .allMatch(WITHOUT_EFFECT::contains);
    }

    private static boolean sameMachine(RunFolder run, EnvironmentRecord here) {
        Map<String, String> there =
                run.part("environment.json").map(CanonicalJson::flat).orElse(Map.of());
        return there.getOrDefault("machine.cores", "").equals(Integer.toString(here.cores()))
                && there.getOrDefault("machine.flavour", "").equals(here.flavour())
                && here.gpuNames().stream().allMatch(there::containsValue);
    }

    /** Of its last session, in which seconds only grow. */
    private static Optional<EarlierPace> of(RunFolder run) {
        List<MetricRow> session = new ArrayList<>();
        for (MetricRow row : run.metrics()) {
            if (!session.isEmpty() && row.seconds() < last(session).seconds()) {
                session.clear();
            }
            session.add(row);
        }
        if (session.isEmpty()) {
            return Optional.empty();
        }
        MetricRow from = session.get(0);
        int updates = last(session).step() - from.step();
        return updates < FEWEST
                ? Optional.empty()
                : Optional.of(
                        new EarlierPace((last(session).seconds() - from.seconds()) / updates, run));
    }

    private static MetricRow last(List<MetricRow> rows) {
        return rows.get(rows.size() - 1);
    }
}
