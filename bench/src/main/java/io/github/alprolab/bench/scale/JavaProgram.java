package io.github.alprolab.bench.scale;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a program in a JVM of its own. */
final class JavaProgram {
    private JavaProgram() {}

    static List<String> command(List<String> options, String classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        return command;
    }
}
