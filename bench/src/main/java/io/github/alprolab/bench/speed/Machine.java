package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.tensor.EngineInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a figure was measured on. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Processor, Java, engine, and how many programs wanted a processor in the last minute. */
    static Map<String, Object> json() {
        EngineInfo engine = EngineInfo.current();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("processor", processor());
        all.put("java", System.getProperty("java.version"));
        all.put("engine", engine.engine() + " " + engine.version() + " " + engine.flavour());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        all.put("load", Line.rounded(load));
        return all;
    }

    /** Its name where the system tells it (Linux), else its architecture. */
    private static String processor() {
        try {
            String name =
                    Files.readAllLines(PROCESSORS).stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse(System.getProperty("os.arch"));
            return name + ", " + Runtime.getRuntime().availableProcessors() + " cores";
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
