package io.github.alprolab.kernel.help.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Writes the documentation comments of public types and members to one JSON file: {@code
 * IndexJavadoc FILE SOURCE_FOLDER...}. The sources are parsed and not compiled, which takes about a
 * second. A library that ships the file as {@code META-INF/alprolab/javadoc.json} has its comments
 * shown in notebooks.
 */
public final class IndexJavadoc {
    private IndexJavadoc() {}

    /** Writes the index of the sources below some folders; see the class. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException(
                    "IndexJavadoc takes a file to write and one or more source folders; given: "
                            + Arrays.toString(arguments));
        }
        List<Path> folders = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        write(Path.of(arguments[0]), comments(folders));
    }

    /** The comments under folders by name of type and member. */
    static Map<String, String> comments(List<Path> folders) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(sources::add);
            }
        }
        Map<String, String> comments = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new CommentScanner(trees, comments).scan(unit, null);
            }
        }
        return comments;
    }

    private static void write(Path file, Map<String, String> comments) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(beside.toFile(), comments);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
