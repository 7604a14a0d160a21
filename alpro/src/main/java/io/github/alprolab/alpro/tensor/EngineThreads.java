package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The engine's threads where a container has fewer processors than its machine: the engine counts
 * those of the machine, and its threads then take turns in the container's share of time. The JVM
 * knows the share, and {@code -XX:ActiveProcessorCount}.
 */
final class EngineThreads {
    private static final String PROPERTY = "ai.djl.pytorch.num_threads";

    private EngineThreads() {}

    /** Is called when the engine has started, before it computes. */
    static void fit() {
        int threads = JniUtils.getNumThreads();
        int fitting =
                fitting(
                        threads,
                        Runtime.getRuntime().availableProcessors(),
                        System.getenv(),
                        System.getProperties());
        if (fitting < threads) {
            JniUtils.setNumThreads(fitting);
        }
    }

    /** No more than there are processors, unless somebody named a number. */
    static int fitting(
            int threads, int processors, Map<String, String> environment, Properties properties) {
        boolean named =
                properties.containsKey(PROPERTY)
                        || Stream.of("OMP_NUM_THREADS", "MKL_NUM_THREADS")
                                .anyMatch(environment::containsKey);
        return named ? threads : Math.min(threads, processors);
    }
}
