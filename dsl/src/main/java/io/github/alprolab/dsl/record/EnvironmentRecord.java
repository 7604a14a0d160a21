package io.github.alprolab.dsl.record;

import com.sun.management.OperatingSystemMXBean;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.alpro.tensor.GpuCard;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Where a run ran.
 *
 * @param java version and vendor
 * @param system name, version and processor architecture
 * @param cores processors that may be used
 * @param memory bytes that may be used: the container's limit where there is one
 * @param heap largest Java heap in bytes
 * @param engine name and version
 * @param flavour {@code cpu} or a CUDA flavour
 * @param cuda whether the engine computes on a GPU
 * @param why what decided that, in a sentence
 * @param gpus those of the machine, also where they are not used
 * @param threads threads inside one operation of the engine
 */
public record EnvironmentRecord(
        String java,
        String system,
        int cores,
        long memory,
        long heap,
        String engine,
        String flavour,
        boolean cuda,
        String why,
        List<GpuCard> gpus,
        int threads) {

    /** Asks this process; loads the engine where that has not happened yet. */
    public static EnvironmentRecord current() {
        EngineInfo engine = EngineInfo.current();
        return new EnvironmentRecord(
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                memoryLimit(),
                Runtime.getRuntime().maxMemory(),
                engine.engine() + " " + engine.version(),
                engine.flavour(),
                engine.cuda(),
                engine.why(),
                engine.gpus(),
                engine.threads());
    }

    /** Names of the machine's GPUs. */
    public List<String> gpuNames() {
        return gpus.stream().map(GpuCard::name).toList();
    }

    /** The libraries of this process. */
    public static List<JarRecord> jars() {
        return JarRecord.of(System.getProperty("java.class.path"));
    }

    /** Bytes that this process may use: the container's limit where there is one. */
    public static long memoryLimit() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }

    /** Bytes that this process could still get. */
    public static long memoryFree() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getFreeMemorySize();
    }
}
