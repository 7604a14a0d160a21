package io.github.alprolab.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who does what a recipe says gets what it promises. */
class RecipesTest {
    private static final Path ROOT = Path.of("..");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir Path folder;

    static List<Recipe> recipes() throws IOException {
        return Recipe.of(Files.readString(ROOT.resolve("docs/recipes.md")));
    }

    @Test
    void thePageHasARecipeForEachKindOfThing() throws IOException {
        assertThat(recipes())
                .extracting(Recipe::title)
                .containsExactly("Add a data set", "Add a figure", "Add a check", "Add a magic");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theCellPrintsWhatTheRecipeSays(Recipe recipe) throws Exception {
        assertThat(recipe.printed()).isNotEmpty();
        Path classes = compiled(edited(recipe.edits()));
        assertThat(printed(recipe.cell(), classes)).containsAll(recipe.printed());
    }

    /** The files that the recipe makes or changes, by their paths. */
    private static Map<String, String> edited(List<Recipe.Edit> edits) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (Recipe.Edit edit : edits) {
            Path file = ROOT.resolve(edit.path());
            if (edit.where().isEmpty()) {
                assertThat(file).as("a new file").doesNotExist();
                files.put(edit.path(), edit.lines());
            } else {
                String before = files.getOrDefault(edit.path(), Files.readString(file));
                files.put(edit.path(), edit.applied(before));
            }
        }
        return files;
    }

    private Path compiled(Map<String, String> files) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path source = folder.resolve(file.getKey());
            Files.createDirectories(source.getParent());
            sources.add(Files.writeString(source, file.getValue()));
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean fine =
                    compiler.getTask(
                                    messages,
                                    manager,
                                    null,
                                    List.of("-proc:none", "-d", "" + classes, "-cp", CLASS_PATH),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(sources))
                            .call();
            assertThat(fine).as(messages.toString()).isTrue();
        }
        return classes;
    }

    /** Lines that a cell prints where these classes come before the project's. */
    private List<String> printed(String cell, Path classes) throws Exception {
        Path code = Files.writeString(folder.resolve("cell.jsh"), cell);
        Path output = folder.resolve("output");
        ProcessBuilder java =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        classes + File.pathSeparator + CLASS_PATH,
                        "io.github.alprolab.kernel.Script",
                        code.toString());
        java.environment().put("ALPROLAB_RUNS", folder.resolve("runs").toString());
        java.environment().put("OPT_OUT_TRACKING", "true");
        java.environment().put("DJL_OFFLINE", "true");
        java.redirectErrorStream(true).redirectOutput(output.toFile());
        int exit = java.start().waitFor();
        try (Stream<String> lines = Files.lines(output)) {
            List<String> all = lines.toList();
            assertThat(exit).as(String.join("\n", all)).isZero();
            return all;
        }
    }
}
