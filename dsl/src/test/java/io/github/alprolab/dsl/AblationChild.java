package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.record.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An ablation of objectives in a process of its own, which is killed in the middle. */
final class AblationChild {
    private AblationChild() {}

    public static void main(String[] arguments) {
        ablation().run();
    }

    static Ablation ablation() {
        return Ablation.objectives(Quick.pretraining("parts").trainer(t -> t.epochs(1)))
                .scoredBy(
                        r ->
                                Experiment.retrieval("parts-search")
                                        .pairs(Quick.PAIRS.only(Split.TEST))
                                        .from(r.best()))
                .seeds(1, 2);
    }

    static Process start(Path runs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dalprolab.runs=" + runs,
                        "-cp",
                        System.getProperty("java.class.path"),
                        AblationChild.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until so many trainings are finished and a later one has begun its work. */
    static void amid(Process child, Path runs, int finished) throws InterruptedException {
        while (true) {
            if (!child.isAlive()) {
                throw new IllegalStateException("The child ended by itself: " + child.exitValue());
            }
            List<Path> all = folders(runs);
            boolean begun = all.size() > finished && !rows(all.get(all.size() - 1)).isEmpty();
            if (begun) {
                return;
            }
            Thread.sleep(5); // for another process, which tells nothing
        }
    }

    private static List<Path> folders(Path runs) {
        return new RunStore(runs).named("parts").stream().map(f -> f.path()).toList();
    }

    private static String rows(Path run) {
        try {
            Path file = run.resolve("metrics.csv");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
