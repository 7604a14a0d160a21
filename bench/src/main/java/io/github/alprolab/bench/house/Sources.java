package io.github.alprolab.bench.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the text of the shipped modules' main code tells. */
record Sources(Map<String, Integer> lines, List<SourceFile> files) {
    /** What is shipped, in the order of the arrows. */
    static final List<String> MODULES = List.of("kernel", "datasets", "alpro", "dsl", "serve");

    private static final Set<String> OBJECTIVES = Set.of("VTC", "VTM", "MLM", "PEM");

    /** Parses every file, without compiling it. */
    static Sources of(Path root) throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        List<Path> all = new ArrayList<>();
        for (String module : MODULES) {
            List<Path> own = javaFiles(root.resolve(module).resolve("src/main/java"));
            int sum = 0;
            for (Path file : own) {
                sum += Files.readAllLines(file).size();
            }
            lines.put(module, sum);
            all.addAll(own);
        }
        return new Sources(lines, parse(root, all));
    }

    private static List<SourceFile> parse(Path root, List<Path> paths) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<SourceFile> files = new ArrayList<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(paths));
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                String name = root.toAbsolutePath().normalize().relativize(file).toString();
                files.add(SourceFile.read(name, unit, task));
            }
        }
        return files;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    int publicMethods() {
        return files.stream().mapToInt(SourceFile::publicMethods).sum();
    }

    int documented() {
        return publicMethods() - undocumented().size();
    }

    /** Public methods without Javadoc, with their files. */
    List<String> undocumented() {
        return files.stream()
                .flatMap(f -> f.undocumented().stream().map(m -> f.name() + " " + m))
                .toList();
    }

    /** Files whose code, not its comments, names VTC, VTM, MLM or PEM as a constant. */
    List<String> filesNamingAnObjective() {
        return files.stream()
                .filter(f -> f.names().stream().anyMatch(OBJECTIVES::contains))
                .map(SourceFile::name)
                .toList();
    }
}
