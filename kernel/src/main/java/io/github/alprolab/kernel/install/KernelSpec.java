package io.github.alprolab.kernel.install;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.alprolab.kernel.classpath.CellClassPath;
import java.io.IOException;
import java.io.InputStream;
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
    /** The file of the JVM's settings, in the folder of {@code kernel.json}. */
    private static final String SETTINGS = "java.flags";

    /** Jupyter looks for them under these names, in the folder of {@code kernel.json}. */
    private static final List<String> LOGOS =
            List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    /** What Jupyter replaces by that folder. */
    private static final String FOLDER = "{resource_dir}";

    /**
     * Settings of the JVM that a user's own options win over, which those of a command line do not:
     * {@code java} puts {@code JDK_JAVA_OPTIONS} before them.
     */
    private static final List<String> WEAK =
            List.of(
                    "+UseSerialGC",
                    // A small heap at first; it grows where a notebook needs it.
                    "InitialHeapSize=64m",
                    "MaxRAMPercentage=50",
                    // Of the heap that is in use, what collections leave free in addition.
                    "MinHeapFreeRatio=20",
                    "MaxHeapFreeRatio=40",
                    // Counted loops of a cell stop at once too; costs a thousandth.
                    "+UseCountedLoopSafepoints",
                    "LoopStripMiningIter=1000",
                    "-UsePerfData",
                    // The debugger changes loaded classes; without this the JVM warns of it.
                    "+EnableDynamicAgentLoading");

    /** Flags of any Java; what a machine or a version adds comes on top. */
    static final List<String> FLAGS =
            List.of(
                    "-XX:Flags=" + FOLDER + "/" + SETTINGS,
                    // For SnippetPurge; without it memory grows with every cell.
                    "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                    // For the debugger: its right to change loaded classes, and frames' variables.
                    "-Djdk.attach.allowAttachSelf=true",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED");

    /** Says which part of the kernel's own class path cells share. */
    static String shared(String classPath) {
        return "-D" + CellClassPath.SHARED + "=" + classPath;
    }

    /** The first Java whose files are in UTF-8 whatever the machine's locale is. */
    static final int UTF_8 = 18;

    /** For an older one. */
    static final String ENCODING = "-Dfile.encoding=UTF-8";

    private static final String MAIN = "io.github.alprolab.kernel.Main";

    KernelSpec {
        flags = List.copyOf(flags);
        environment = new TreeMap<>(environment);
    }

    /** Flags as a JVM takes them that Jupyter does not start. */
    static List<String> resolved(List<String> flags, Path folder) {
        return flags.stream().map(flag -> flag.replace(FOLDER, folder.toString())).toList();
    }

    /** Writes the settings that the flags name into a folder. */
    static void writeSettings(Path folder) throws IOException {
        Files.write(folder.resolve(SETTINGS), WEAK);
    }

    private static void writeLogos(Path folder) throws IOException {
        for (String logo : LOGOS) {
            try (InputStream drawn = KernelSpec.class.getResourceAsStream(logo)) {
                Files.copy(drawn, folder.resolve(logo), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Writes the file into a folder, whole or not at all, with the logos beside it. */
    void write(Path folder) throws IOException {
        writeLogos(folder);
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, MAIN, "{connection_file}"));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("argv", command);
        spec.put("display_name", displayName);
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("env", environment);
        spec.put("metadata", Map.of("debugger", true));
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
