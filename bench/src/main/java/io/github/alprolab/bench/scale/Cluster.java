package io.github.alprolab.bench.scale;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A standalone cluster of Spark on loopback, of processes that can be killed: a master and workers
 * of one core each.
 */
final class Cluster implements AutoCloseable {
    private static final String MASTER = "org.apache.spark.deploy.master.Master";
    private static final String WORKER = "org.apache.spark.deploy.worker.Worker";
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
    private static final String HOST = "127.0.0.1";

    private final Path home;
    private final String classPath;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();
    private int started;

    /**
     * Starts it.
     *
     * @param folder for logs and for what workers write
     * @param classPath of Spark, as its own distribution has it
     */
    Cluster(Path folder, String classPath, int workers) throws IOException {
        this.home = folder;
        this.classPath = classPath;
        this.port = freePort();
        layOut(folder.resolve("jars"));
        this.master =
                start(
                        "master",
                        MASTER,
                        "-h",
                        HOST,
                        "-p",
                        "" + port,
                        "--webui-port",
                        "" + freePort());
        for (int i = 0; i < workers; i++) {
            addWorker();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    /** Spark looks for its jars where a distribution has them. */
    private void layOut(Path jars) throws IOException {
        Files.createDirectories(jars);
        for (String jar : classPath.split(Pattern.quote(File.pathSeparator))) {
            Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
        }
    }

    /** What drivers name. */
    String address() {
        return "spark://" + HOST + ":" + port;
    }

    private void addWorker() throws IOException {
        workers.add(
                start(
                        "worker-" + started++,
                        WORKER,
                        "-h",
                        HOST,
                        "-c",
                        "1",
                        "-m",
                        "3g",
                        "--webui-port",
                        "" + freePort(),
                        "-d",
                        home.resolve("work").toString(),
                        address()));
    }

    private Process start(String name, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(JavaProgram.command(List.of("-Xmx512m"), classPath));
        command.add(program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        // Its start scripts, which are not here, would look it up.
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        return builder.redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile())
                .start();
    }

    /** SIGKILL to one of the workers; another takes its place. */
    String killWorker(Random random) throws IOException {
        Process worker = workers.remove(random.nextInt(workers.size()));
        worker.destroyForcibly();
        addWorker();
        return "worker " + worker.pid();
    }

    /** SIGKILL to one of the executors that run now; its worker starts another. */
    Optional<String> killExecutor(Random random) {
        List<ProcessHandle> executors =
                workers.stream().flatMap(Process::descendants).filter(Cluster::isExecutor).toList();
        if (executors.isEmpty()) {
            return Optional.empty();
        }
        ProcessHandle one = executors.get(random.nextInt(executors.size()));
        one.destroyForcibly();
        return Optional.of("executor " + one.pid());
    }

    private static boolean isExecutor(ProcessHandle process) {
        try {
            // A long command line is more than ProcessHandle tells.
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains(EXECUTOR);
        } catch (IOException ended) {
            return false;
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>();
        for (Process process : workers) {
            process.descendants().forEach(all::add);
            all.add(process.toHandle());
        }
        all.add(master.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
