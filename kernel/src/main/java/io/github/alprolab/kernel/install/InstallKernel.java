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

/**
 * Writes a kernelspec that starts this Java directly, and a class-data archive that makes the start
 * faster: {@code InstallKernel --name NAME --display-name TEXT --prefix DIR --class-path CP
 * [--java-option X]…}.
 */
public final class InstallKernel {
    private static final String MAIN = "io.github.alprolab.kernel.Main";

    private InstallKernel() {}

    /** Installs below {@code DIR/share/jupyter/kernels/NAME}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> javaOptions = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals("--java-option")) {
                javaOptions.add(arguments[i + 1]);
            } else {
                options.put(arguments[i], arguments[i + 1]);
            }
        }
        for (String needed : List.of("--name", "--display-name", "--prefix", "--class-path")) {
            if (!options.containsKey(needed)) {
                System.err.println(
                        "InstallKernel needs " + needed + "; given were " + options.keySet() + ".");
                System.exit(2);
            }
        }
        Path folder =
                Path.of(options.get("--prefix"))
                        .toAbsolutePath()
                        .resolve("share/jupyter/kernels")
                        .resolve(options.get("--name"));
        Files.createDirectories(folder);
        Path archive = folder.resolve("classes.jsa");
        makeArchive(archive, options.get("--class-path"), javaOptions);
        write(folder, archive, options, javaOptions);
        System.out.println("Installed " + options.get("--display-name") + " in " + folder);
    }

    private static void write(
            Path folder, Path archive, Map<String, String> options, List<String> javaOptions)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags(archive, javaOptions));
        command.addAll(List.of("-cp", options.get("--class-path"), MAIN, "{connection_file}"));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("argv", command);
        spec.put("display_name", options.get("--display-name"));
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
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

    private static List<String> flags(Path archive, List<String> javaOptions) {
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "-XX:+UseSerialGC",
                                "-XX:MaxRAMPercentage=50",
                                "-Djava.awt.headless=true",
                                "-Dfile.encoding=UTF-8",
                                // Counted loops of a cell stop at once too; costs a thousandth.
                                "-XX:+UseCountedLoopSafepoints",
                                "-XX:LoopStripMiningIter=1000",
                                // For SnippetPurge; without it memory grows with every cell.
                                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                                // A small heap at first; it grows where a notebook needs it.
                                "-XX:InitialRAMPercentage=0.25",
                                "-XX:-UsePerfData",
                                "-Xshare:auto",
                                "-XX:SharedArchiveFile=" + archive,
                                // A stale archive is ignored without a word in the first cell.
                                "-Xlog:disable",
                                "-Xlog:all=off"));
        if (Runtime.version().feature() >= 24) {
            flags.add("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        flags.addAll(javaOptions);
        return flags;
    }

    private static void makeArchive(Path archive, String classPath, List<String> javaOptions)
            throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Xlog:disable",
                        "-Xlog:all=off"));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath, MAIN, "--warm-up"));
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IOException("The kernel could not be started for its class-data archive");
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
