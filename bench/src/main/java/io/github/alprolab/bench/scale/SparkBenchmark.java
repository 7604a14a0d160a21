package io.github.alprolab.bench.scale;

import io.github.alprolab.bench.training.BenchmarkOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One gallery by three engines, in processes of their own: this JVM's cores, Spark in one process,
 * and a standalone cluster on loopback. Then the cluster again, while its workers, its executors
 * and the driver are killed by SIGKILL. All have to make the same files: {@code ./lab --spark bench
 * spark}.
 */
public final class SparkBenchmark {
    private static final int WORKERS = 2;

    /** Milliseconds, at most, that a kill waits in a shard. */
    private static final int ONE_SHARD = 300;

    private final Driver driver;
    private final Path folder;
    private final Random random;
    private final PrintStream out;
    private int differences;

    private SparkBenchmark(Driver driver, Path folder, Random random, PrintStream out) {
        this.driver = driver;
        this.folder = folder;
        this.random = random;
        this.out = out;
    }

    /** Prints what was found; exits with 1 where anything differs or was done twice. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path worker = Path.of(arguments[0]);
        List<String> options = Files.readAllLines(Path.of(arguments[1]));
        BenchmarkOptions given =
                BenchmarkOptions.of(
                        List.of(arguments).subList(2, arguments.length).toArray(String[]::new),
                        Map.of(
                                "clips", "16384",
                                "shard", "256",
                                "kill", "true|false",
                                "kills", "5",
                                "seed", Integer.toString(1 + new Random().nextInt(999_999_999))));
        Path folder = Files.createTempDirectory("alprolab-spark-bench");
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-Xmx3g", "-Dspark.executor.cores=1", "-Dspark.executor.memory=1g"));
        int seed = given.number("seed");
        System.out.printf("seed of the moments: %d, folder: %s%n", seed, folder);
        SparkBenchmark benchmark =
                new SparkBenchmark(
                        new Driver(given.number("clips"), given.number("shard"), folder, all),
                        folder,
                        new Random(seed),
                        System.out);
        benchmark.compare(Files.readString(worker), given.flag("kill") ? given.number("kills") : 0);
        System.exit(benchmark.differences == 0 ? 0 : 1);
    }

    private void compare(String workerClassPath, int kills)
            throws IOException, InterruptedException {
        Path local = folder.resolve("local");
        undisturbed("Engine.local()", "engine", local);
        Path inProcess = folder.resolve("in-process");
        undisturbed("Engine.spark(\"local[2]\")", "local[2]", inProcess);
        same(local, inProcess, true);
        try (Cluster cluster =
                new Cluster(
                        Files.createDirectory(folder.resolve("spark")), workerClassPath, WORKERS)) {
            Path spread = folder.resolve("cluster");
            undisturbed("Engine.spark(\"spark://…\")", cluster.address(), spread);
            same(local, spread, false); // an executor has one thread
            for (String victim : List.of("worker", "executor", "driver")) {
                for (int i = 0; i < kills; i++) {
                    kill(cluster, victim, spread, folder.resolve(victim + "-" + i));
                }
            }
        }
        out.printf("%d differences or shards done twice%n", differences);
    }

    /** The time with all starts, and the rate between the first and the last shard. */
    private void undisturbed(String name, String engine, Path gallery)
            throws IOException, InterruptedException {
        try (ShardWatch watch = new ShardWatch(gallery)) {
            double seconds = driver.finish(driver.start(engine, gallery), gallery);
            out.printf(
                    "%-27s %8.1f s, %6.0f clips/s between its first and last shard%n",
                    name, seconds, watch.rate() * driver.shard());
            count(watch.twice());
        }
    }

    /** Kills once, at a random moment between the first shard and the last. */
    private void kill(Cluster cluster, String victim, Path undisturbed, Path gallery)
            throws IOException, InterruptedException {
        try (ShardWatch watch = new ShardWatch(gallery)) {
            Process process = driver.start(cluster.address(), gallery);
            int wait = 1 + random.nextInt(driver.shards() - WORKERS - 1);
            while (watch.done() < wait && process.isAlive()) {
                Thread.sleep(5); // for shards of another process, which tells nothing
            }
            Thread.sleep(random.nextInt(ONE_SHARD)); // some moment within a shard
            int before = watch.done();
            String killed = strike(cluster, victim, process);
            if (victim.equals("driver")) {
                process.waitFor();
                process = driver.start(cluster.address(), gallery);
            }
            driver.finish(process, gallery);
            out.printf(
                    "kill -9 %s with %d of %d shards done: %d done twice; ",
                    killed, before, watch.done(), watch.twice());
            same(undisturbed, gallery, true);
            count(watch.twice());
        }
    }

    private String strike(Cluster cluster, String victim, Process process)
            throws IOException, InterruptedException {
        switch (victim) {
            case "worker":
                return cluster.killWorker(random);
            case "driver":
                process.destroyForcibly();
                return "driver " + process.pid();
            default:
                Optional<String> executor = cluster.killExecutor(random);
                while (executor.isEmpty() && process.isAlive()) {
                    Thread.sleep(5); // for an executor, which its worker is starting
                    executor = cluster.killExecutor(random);
                }
                return executor.orElse("no executor");
        }
    }

    private void same(Path expected, Path found, boolean byteByByte) throws IOException {
        GalleryFiles compared = GalleryFiles.compared(expected, found);
        out.printf("%s beside %s: %s%n", found.getFileName(), expected.getFileName(), compared);
        count(compared.equal(byteByByte) ? 0 : Math.max(1, compared.rows()));
    }

    private void count(int more) {
        differences += more;
    }
}
