package io.github.alprolab.kernel.install;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file {@code kernel.json}, by which Jupyter starts the kernel.
 *
 * @param displayName what people read
 * @param java the program that runs Java
 * @param flags of that program
 * @param classPath as it takes it
 * @param environment variables that Jupyter sets for the kernel
 */
record KernelSpec(
        String displayName,
        String java,
        List<String> flags,
        String classPath,
        Map<String, String> environment) {
    /** Flags of any Java; what a machine or a version adds comes on top. */
    static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    // A small heap at first; it grows where a notebook needs it.
                    "-XX:InitialHeapSize=64m",
                    "-XX:MaxRAMPercentage=50",
                    "-Djava.awt.headless=true",
                    "-Dfile.encoding=UTF-8",
                    // Counted loops of a cell stop at once too; costs a thousandth.
                    "-XX:+UseCountedLoopSafepoints",
                    "-XX:LoopStripMiningIter=1000",
                    // For SnippetPurge; without it memory grows with every cell.
                    "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED");

    private static final String MAIN = "io.github.alprolab.kernel.Main";

    KernelSpec {
        flags = List.copyOf(flags);
        environment = new TreeMap<>(environment);
    }

    /** Writes the file into a folder, whole or not at all. */
    void write(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, MAIN, "{connection_file}"));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("argv", command);
        spec.put("display_name", displayName);
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("env", environment);
        spec.put("metadata", Map.of("debugger", false));
        Path unfinished = folder.resolve("kernel.json.part");
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(unfinished.toFile(), spec);
        Files.move(
                unfinished,
                folder.resolve("kernel.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
