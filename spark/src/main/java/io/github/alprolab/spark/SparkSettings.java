package io.github.alprolab.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;

/**
 * Spark's configuration. A user's own settings win: system properties that begin with {@code
 * spark.}, which {@code spark-submit} sets from its file and its options.
 */
final class SparkSettings {
    /**
     * What the tensor engine looks for in its environment, as ./lab sets it for this process, and
     * the cache, whose index of videos is then one for all processes.
     */
    private static final List<String> VARIABLES =
            List.of(
                    "OPT_OUT_TRACKING",
                    "DJL_OFFLINE",
                    "OMP_WAIT_POLICY",
                    "GOMP_SPINCOUNT",
                    "ALPROLAB_CACHE");

    private static final String CORES = "spark.executor.cores";

    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "spark.app.name", "Alprolab",
                    // A port that nobody asked for; the progress is in the notebook.
                    "spark.ui.enabled", "false",
                    // What the library brings is found before what Spark has in other versions.
                    "spark.executor.userClassPathFirst", "true",
                    // The heap is small: pictures of a batch. Tensors lie outside of it.
                    "spark.executor.memoryOverheadFactor", "1.0");

    private SparkSettings() {}

    /**
     * Those for a master.
     *
     * @param jars what executors fetch; in this process they are there
     */
    static SparkConf of(String master, List<Path> jars) {
        return of(master, jars, System.getenv());
    }

    static SparkConf of(String master, List<Path> jars, Map<String, String> environment) {
        SparkConf conf = new SparkConf().setMaster(master);
        DEFAULTS.forEach(conf::setIfMissing);
        VARIABLES.stream()
                .filter(environment::containsKey)
                .forEach(
                        name ->
                                conf.setIfMissing(
                                        "spark.executorEnv." + name, environment.get(name)));
        if (conf.contains(CORES)) {
            // The engine has as many threads as its JVM counts processors, which are the machine's.
            conf.setIfMissing(
                    "spark.executor.extraJavaOptions",
                    "-XX:ActiveProcessorCount=" + conf.get(CORES));
        }
        if (!isLocal(master) && !jars.isEmpty()) {
            conf.setIfMissing(
                    "spark.jars",
                    jars.stream()
                            .map(jar -> jar.toUri().toString())
                            .collect(Collectors.joining(",")));
        }
        return conf;
    }

    /** Whether tasks run in this process. */
    private static boolean isLocal(String master) {
        return master.equals("local") || master.startsWith("local[");
    }
}
