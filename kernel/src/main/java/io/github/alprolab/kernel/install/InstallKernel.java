package io.github.alprolab.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a kernelspec that starts this Java directly, and a class-data archive that makes the start
 * faster: {@code InstallKernel --name NAME --display-name TEXT --data-dir DIR --class-path CP
 * [--shared PART_OF_CP] [--java-option X]… [--env NAME=VALUE]…}. The folder is one of Jupyter's
 * data, such as {@code PREFIX/share/jupyter}. What is shared is seen by cells; without it nothing
 * is but the kernel's api.
 */
public final class InstallKernel {
    private static final String MAIN = "io.github.alprolab.kernel.Main";

    private InstallKernel() {}

    /** Installs below {@code --data-dir}. */
    public static void main(String[] arguments) throws InterruptedException {
        Jdk.fault().ifPresent(Refusal::exit);
        try {
            install(arguments);
        } catch (IOException | InvalidPathException e) {
            Refusal.exit("The kernel cannot be installed: " + e);
        }
    }

    private static void install(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        Map<String, String> environment = new LinkedHashMap<>();
        List<String> javaOptions = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--java-option" -> javaOptions.add(value);
                case "--env" -> environment.put(value.split("=", 2)[0], value.split("=", 2)[1]);
                default -> options.put(arguments[i], value);
            }
        }
        for (String needed : List.of("--name", "--display-name", "--data-dir", "--class-path")) {
            if (!options.containsKey(needed)) {
                Refusal.exit(
                        "InstallKernel needs " + needed + "; given were " + options.keySet() + ".");
            }
        }
        Path folder =
                Path.of(options.get("--data-dir"))
                        .toAbsolutePath()
                        .resolve("kernels")
                        .resolve(options.get("--name"));
        Files.createDirectories(folder);
        String classPath = options.get("--class-path");
        ClassArchive archive = new ClassArchive(folder);
        List<String> flags = flags(javaOptions);
        flags.add(KernelSpec.shared(options.getOrDefault("--shared", "")));
        KernelSpec.writeSettings(folder);
        archive.make(
                java(),
                KernelSpec.resolved(flags, folder),
                List.of("-cp", classPath, MAIN, "--warm-up"));
        flags.addAll(archive.flags());
        new KernelSpec(options.get("--display-name"), java(), flags, classPath, environment)
                .write(folder);
        System.out.println("Installed " + options.get("--display-name") + " in " + folder);
    }

    private static List<String> flags(List<String> javaOptions) {
        List<String> flags = new ArrayList<>(KernelSpec.FLAGS);
        if (Runtime.version().feature() < KernelSpec.UTF_8) {
            flags.add(KernelSpec.ENCODING);
        }
        if (Runtime.version().feature() >= 24) {
            flags.add("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        flags.addAll(javaOptions);
        return flags;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
