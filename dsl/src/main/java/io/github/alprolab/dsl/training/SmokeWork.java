package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.train.SmokeFigures;
import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.State;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tries a training out, and remembers in this session what it took: a check of the same
 * configuration on the same device then says what was measured, and nothing else depends on it.
 */
public final class SmokeWork {
    private static final Map<String, Smoke> KNOWN = new ConcurrentHashMap<>();

    private SmokeWork() {}

    /** Two updates and a validation batch. */
    @FunctionalInterface
    public interface Trial {
        /** Does them and keeps nothing. */
        SmokeFigures with(TrainingListener listener) throws IOException;
    }

    /**
     * Does them, and tells meanwhile what is done.
     *
     * @param hash of the configuration
     * @param device as code
     * @throws AdviceException when a file of weights cannot be read
     * @throws java.util.concurrent.CancellationException when it is stopped
     */
    public static Smoke of(String name, String hash, String device, Trial trial) {
        try (Progress progress = FrontEnd.current().start()) {
            Smoke smoke = new Smoke(name, trial.with(listener(name, progress)));
            KNOWN.put(hash + device, smoke);
            return smoke;
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The training cannot begin", e, "experiment.check() says what is missing");
        }
    }

    /** What was measured of a configuration in this session. */
    public static Optional<Smoke> known(String hash, String device) {
        return Optional.ofNullable(KNOWN.get(hash + device));
    }

    private static TrainingListener listener(String name, Progress progress) {
        long start = System.nanoTime();
        return new TrainingListener() {
            @Override
            public void note(String message) {
                progress.note(message);
            }

            @Override
            public void doing(String what) {
                double seconds = (System.nanoTime() - start) / 1e9;
                progress.now(State.doing(name + " · smoke", what, seconds));
            }

            @Override
            public boolean stopRequested() {
                return progress.stopRequested();
            }
        };
    }
}
