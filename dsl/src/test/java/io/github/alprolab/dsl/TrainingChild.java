package io.github.alprolab.dsl;

import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A training in a process of its own that takes long enough to be ended from outside. */
final class TrainingChild {
    private TrainingChild() {}

    /** The argument is the folder of rendered clips. */
    public static void main(String[] arguments) {
        experiment(Tiny.pairs(Path.of(arguments[0]))).run();
    }

    static PrompterTraining experiment(Pairs pairs) {
        return Experiment.prompter("child")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .trainer(Tiny.TRAINER.epochs(5000));
    }

    static Process start(Path runs, Path cache) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dalprolab.runs=" + runs,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainingChild.class.getName(),
                        cache.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until the child has written figures of so many steps; its run. */
    static Path afterSteps(Process child, Path runs, int steps) throws InterruptedException {
        while (true) {
            if (!child.isAlive()) {
                throw new IllegalStateException("The child ended by itself: " + child.exitValue());
            }
            List<RunFolder> found = new RunStore(runs).named("child");
            Optional<RunFolder> trained =
                    found.stream()
                            .filter(f -> f.metrics().stream().anyMatch(r -> r.step() >= steps))
                            .findFirst();
            if (trained.isPresent()) {
                return trained.get().path();
            }
            Thread.sleep(20); // for another process, which tells nothing
        }
    }
}
