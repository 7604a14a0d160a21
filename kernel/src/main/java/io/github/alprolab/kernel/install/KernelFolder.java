package io.github.alprolab.kernel.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a kernelspec folder that needs nothing else of this machine but a JDK, for {@code jupyter
 * kernelspec install}: {@code KernelFolder FOLDER CLASS_PATH}.
 */
public final class KernelFolder {
    private KernelFolder() {}

    /** Writes the folder, with the jars of the class path inside. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            Refusal.exit("Usage: KernelFolder FOLDER CLASS_PATH");
        }
        try {
            make(Path.of(arguments[0]).toAbsolutePath(), arguments[1]);
        } catch (IOException | InvalidPathException e) {
            Refusal.exit("The folder cannot be made: " + e);
        }
    }

    private static void make(Path folder, String classPath) throws IOException {
        if (Files.exists(folder)) {
            Refusal.exit(folder + " is there already; name a new folder or remove it.");
        }
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".part");
        delete(unfinished);
        Path lib = Files.createDirectories(unfinished.resolve("lib"));
        for (String jar : classPath.split(Pattern.quote(File.pathSeparator))) {
            // Without REPLACE_EXISTING: two jars of one name must not become one.
            Files.copy(Path.of(jar), lib.resolve(Path.of(jar).getFileName()));
        }
        KernelSpec.writeSettings(unfinished);
        List<String> flags = new ArrayList<>(KernelSpec.FLAGS);
        flags.add(KernelSpec.ENCODING); // which Java will start it is not known
        flags.add(KernelSpec.shared("")); // of the kernel alone: nothing but its api
        new KernelSpec("Java", "java", flags, "{resource_dir}/lib/*", Map.of()).write(unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        System.out.println(
                "Made "
                        + folder
                        + "; install it with: jupyter kernelspec install --name java "
                        + folder);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted((a, b) -> b.compareTo(a)).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }
}
