package io.github.alprolab.bench.training;

import io.github.alprolab.alpro.checkpoint.CheckpointFile;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Kills trainings with SIGKILL and compares what they become with one that ran through: {@code lab
 * bench resume}.
 *
 * @param training what is trained, in child processes
 * @param checkpointEvery steps between two checkpoints
 * @param kills how often the training is killed, each time at a random moment
 * @param random decides the moments
 * @param out told of every kill
 */
public record ResumeBenchmark(
        BenchmarkTraining training,
        int checkpointEvery,
        int kills,
        Random random,
        PrintStream out) {
    private static final int EPOCHS = 4;
    private static final int AT_END = 5;

    /**
     * What was found.
     *
     * @param killedAfter steps that were written down when each kill came
     * @param compared steps written by the killed training, repeated ones counted again
     * @param differences of figures from the training that ran through, and of the last checkpoints
     */
    public record Result(List<Integer> killedAfter, int compared, List<String> differences) {}

    /** Prints the comparison; exits with 1 where anything differs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BenchmarkOptions options =
                BenchmarkOptions.of(
                        arguments,
                        Map.of(
                                "size", "lab_dropout|lab|minimal",
                                "batch", "16",
                                "steps", "200",
                                "kills", "5",
                                "every", "10",
                                "seed", Integer.toString(1 + new Random().nextInt(999_999_999))));
        int seed = options.number("seed");
        System.out.println("seed of the moments: " + seed);
        Result result;
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            BenchmarkTraining training =
                    new BenchmarkTraining(
                            options.size(),
                            options.number("batch"),
                            options.number("steps") / EPOCHS,
                            options.number("steps"),
                            folder.path());
            int every = options.number("every");
            int kills = options.number("kills");
            result =
                    new ResumeBenchmark(training, every, kills, new Random(seed), System.out).run();
        }
        result.differences().forEach(System.out::println);
        System.out.printf(
                "%d kills, %d steps compared bit by bit, %d differences%n",
                result.killedAfter().size(), result.compared(), result.differences().size());
        System.exit(result.differences().isEmpty() ? 0 : 1);
    }

    /** Trains once straight and once with kills. */
    public Result run() throws IOException, InterruptedException {
        training.prompter();
        long start = System.nanoTime();
        finish(child("straight"), "straight");
        double millisPerStep = (System.nanoTime() - start) / 1e6 / training.steps();
        List<Integer> killed = new ArrayList<>();
        for (int target : moments()) {
            killed.add(kill(target, millisPerStep));
        }
        finish(child("broken"), "broken");
        return compare(killed);
    }

    private int[] moments() {
        return random.ints(1, training.steps() - AT_END).distinct().limit(kills).sorted().toArray();
    }

    /** Waits for a step and part of the next, which may be within a checkpoint's writing. */
    private int kill(int target, double millisPerStep) throws IOException, InterruptedException {
        int before = lines("broken").size();
        Process child = child("broken");
        try {
            while (lines("broken").size() == before || last(lines("broken")) < target) {
                if (!child.isAlive()) {
                    throw new IllegalStateException(
                            "The child ended before it was killed: " + output("broken"));
                }
                Thread.sleep(2);
            }
            Thread.sleep((long) (random.nextDouble() * 2 * millisPerStep));
        } finally {
            child.destroyForcibly().waitFor();
        }
        int reached = last(lines("broken"));
        out.printf("killed after step %d of %d%n", reached, training.steps());
        return reached;
    }

    private void finish(Process child, String name) throws IOException, InterruptedException {
        try {
            if (child.waitFor() != 0) {
                throw new IllegalStateException("The child failed: " + output(name));
            }
        } finally {
            child.destroyForcibly();
        }
    }

    private Process child(String name) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ResumeChild.class.getName());
        for (Object argument :
                List.of(
                        training.size(),
                        training.batch(),
                        training.stepsPerEpoch(),
                        training.steps(),
                        checkpointEvery,
                        training.folder(),
                        name)) {
            command.add(argument.toString());
        }
        command.add(log(name).toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(training.folder().resolve(name + ".out").toFile())
                .start();
    }

    private Result compare(List<Integer> killed) throws IOException {
        Map<Integer, String> straight = new TreeMap<>();
        lines("straight").forEach(line -> straight.put(number(line), line));
        List<String> differences = new ArrayList<>();
        List<String> broken = lines("broken");
        for (String line : broken) {
            if (!line.equals(straight.get(number(line)))) {
                differences.add(straight.get(number(line)) + " became " + line);
            }
        }
        if (last(broken) != training.steps() || straight.size() != training.steps()) {
            differences.add("Steps are missing.");
        }
        if (!tensors("straight").equals(tensors("broken"))) {
            differences.add("Weights or moments of the last checkpoints differ.");
        }
        return new Result(killed, broken.size(), differences);
    }

    /** Every tensor of the last checkpoint with the hash of its values. */
    private Map<String, Integer> tensors(String name) throws IOException {
        CheckpointFile last =
                CheckpointFile.open(training.folder().resolve(name).resolve("last.alpro"));
        Map<String, Integer> hashes = new HashMap<>();
        for (String group : List.of(CheckpointFile.MODEL, CheckpointFile.OPTIMIZER)) {
            last.tensors(
                    group,
                    tensor -> hashes.put(group + tensor.name(), Arrays.hashCode(tensor.values())));
        }
        return hashes;
    }

    private Path log(String name) {
        return training.folder().resolve(name + ".log");
    }

    private String output(String name) throws IOException {
        return Files.readString(training.folder().resolve(name + ".out"));
    }

    /** Whole lines; a kill may cut the last. */
    private List<String> lines(String name) throws IOException {
        if (!Files.exists(log(name))) {
            return List.of();
        }
        String text = Files.readString(log(name));
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static int last(List<String> lines) {
        return lines.isEmpty() ? 0 : number(lines.get(lines.size() - 1));
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf(' ')));
    }
}
