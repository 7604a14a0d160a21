package io.github.alprolab.alpro.conformance;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project's pages and Java sources, as text. */
final class ProjectSources {
    private static final Path ROOT = Path.of("..");

    private ProjectSources() {}

    /** A page of {@code docs}. */
    static String page(String name) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(name));
    }

    /**
     * Every Java source of every module by the name of its class; two of one name stand together.
     */
    static Map<String, String> byClass() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : files()) {
            sources.merge(className(file), Files.readString(file), String::concat);
        }
        return sources;
    }

    /**
     * Of each class that has a file in some module: itself and the methods, fields, record
     * components and classes it declares. Read from the syntax tree, because no module sees the
     * classes of all others.
     */
    static Map<String, Set<String>> members(Set<String> classNames) throws IOException {
        List<Path> named = files().stream().filter(f -> classNames.contains(className(f))).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Set<String>> members = new TreeMap<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(named);
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls().forEach(type -> addMembers(type, members));
            }
        }
        return members;
    }

    private static void addMembers(Tree declared, Map<String, Set<String>> members) {
        if (declared instanceof ClassTree type) {
            Set<String> own = members.computeIfAbsent(name(type), n -> new TreeSet<>());
            own.add(name(type));
            type.getMembers().stream().map(ProjectSources::name).forEach(own::add);
        }
    }

    private static String name(Tree member) {
        if (member instanceof MethodTree method) {
            return method.getName().toString();
        }
        if (member instanceof VariableTree variable) {
            return variable.getName().toString();
        }
        return member instanceof ClassTree type ? type.getSimpleName().toString() : "";
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module)) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(f -> f.resolve("src")).filter(Files::isDirectory).toList();
        }
    }
}
