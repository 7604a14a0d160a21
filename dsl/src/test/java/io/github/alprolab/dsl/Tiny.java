package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.record.MetricLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Sizes that train in a second, and a front-end that remembers what it was told. */
final class Tiny {
    static final Trainer TRAINER = Trainer.adamW(1e-3).epochs(2).batch(8).seed(7);

    static final Encoders ENCODERS =
            Encoders.tiny()
                    .width(32)
                    .projection(16)
                    .fusionLayers(1)
                    .video(v -> v.layers(1))
                    .text(t -> t.layers(1));

    private Tiny() {}

    /** Keeps the runs of a test in a folder, and listens to them. */
    static void keepRunsIn(Path folder) {
        Listener.offered(Integer.MAX_VALUE);
        System.setProperty("alprolab.runs", folder.toString());
    }

    /** Keeps them where they usually are. */
    static void forgetRuns() {
        System.clearProperty("alprolab.runs");
    }

    static Pairs pairs(Path cache) {
        return Pairs.of(
                        Datasets.movingSprites()
                                .clips(Split.TRAIN, 32)
                                .clips(Split.VALIDATION, 16)
                                .clips(Split.TEST, 16)
                                .cache(cache))
                .frames(2)
                .size(32);
    }

    /** All that a run measured, without the time that it took. */
    static List<String> figures(Path run) {
        return MetricLog.read(run.resolve("metrics.csv")).stream()
                .filter(r -> Metric.ofTime().stream().noneMatch(m -> m.name().equals(r.metric())))
                .map(r -> "%d %s %s %s".formatted(r.step(), r.split(), r.metric(), r.value()))
                .toList();
    }

    /** What was said and shown; asks to stop after a number of states. */
    static final class Listener implements Progress {
        final List<String> notes = new ArrayList<>();
        final List<State> states = new ArrayList<>();
        final List<String> doing = new ArrayList<>();
        Optional<State> training = Optional.empty();
        private final int stopAfter;

        Listener(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        /** Becomes the front-end of this process. */
        static Listener offered(int stopAfter) {
            Listener listener = new Listener(stopAfter);
            FrontEnd.offer(() -> listener);
            return listener;
        }

        @Override
        public void show(State state, Supplier<Optional<Figure>> chart) {
            if (state.unit().equals("steps")) {
                states.add(state);
                chart.get();
            }
        }

        @Override
        public void now(State state) {
            if (state.unit().equals("steps")) {
                training = Optional.of(state);
            }
            doing.add(state.phase());
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }

        @Override
        public boolean stopRequested() {
            return states.size() >= stopAfter;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
