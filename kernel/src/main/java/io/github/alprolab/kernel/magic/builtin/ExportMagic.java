package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.program.Program;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.RanSnippet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** {@code %export Name.java}: a program of the cells that ran, which needs no kernel. */
record ExportMagic(JavaSession session, Supplier<List<Input>> inputs) {
    private static final String MADE = "Made of a notebook by %export";

    /** The kernel's own names stand for what only a notebook has. */
    private static final String OF_KERNEL = "static io.github.alprolab.kernel.api.";

    static BuiltinMagic of(JavaSession session, Supplier<List<Input>> inputs) {
        ExportMagic magic = new ExportMagic(session, inputs);
        return BuiltinMagic.line(
                "export",
                "Makes a program of the cells that ran, which javac and java take without the kernel.\n"
                        + "%export Name.java; cells stand as they ran last, in the order in which they"
                        + " first ran; shown values are printed, magics are comments.",
                magic::write);
    }

    private Object write(MagicCall call) throws IOException {
        Path file = Path.of(call.only("one file, such as Name.java"));
        String name = className(file);
        List<Input> cells = List.copyOf(Input.newest(inputs.get()));
        List<RanSnippet> ran = new ArrayList<>();
        cells.forEach(
                input ->
                        session.ran().stream()
                                .filter(snippet -> snippet.cell() == input.cell())
                                .forEach(ran::add));
        if (ran.isEmpty()) {
            throw new MagicException("No cell ran yet of which a program could be made.");
        }
        requireOwn(file);
        Compiled program = compiled(file, name, ran, cells);
        Files.writeString(file, program.text());
        if (!program.faults().isEmpty()) {
            throw new MagicException(
                    file
                            + " was written, but javac does not take it:\n"
                            + String.join("\n", program.faults()));
        }
        System.out.println(file + " was written; the comment in it says how it is run.");
        return null;
    }

    private record Compiled(String text, List<String> faults) {}

    /** Where the added jars are not enough, the kernel's own class path is: the DSL is there. */
    private Compiled compiled(Path file, String name, List<RanSnippet> ran, List<Input> cells)
            throws IOException {
        List<String> own =
                session.imports().stream().filter(one -> !one.startsWith(OF_KERNEL)).toList();
        List<String> ofJava = own.stream().filter(one -> one.startsWith("java.")).toList();
        List<String> added = session.addedClassPath();
        Compiled first = compiled(file, name, ran, cells, ofJava, added);
        if (first.faults().isEmpty()) {
            return first;
        }
        List<String> all = new ArrayList<>(added);
        all.addAll(session.ownClassPath());
        Compiled second = compiled(file, name, ran, cells, own, all);
        return second.faults().isEmpty() ? second : first;
    }

    private Compiled compiled(
            Path file,
            String name,
            List<RanSnippet> ran,
            List<Input> cells,
            List<String> imports,
            List<String> classPath)
            throws IOException {
        String text =
                new Program(name, ran, imports).text(about(file, name, cells, ran, classPath));
        return new Compiled(text, ProgramCheck.faults(name, text, classPath));
    }

    private static List<String> about(
            Path file, String name, List<Input> cells, List<RanSnippet> ran, List<String> jars) {
        List<String> about = new ArrayList<>();
        String counts =
                cells.stream()
                        .map(one -> Integer.toString(one.cell()))
                        .collect(Collectors.joining(", "));
        about.add(MADE + ": cells " + counts + ", as they ran last.");
        ran.stream()
                .filter(RanSnippet::isMagic)
                .map(RanSnippet::source)
                .filter(text -> text.matches("(?s)%(maven|addMaven|dependency|loadFromPOM).*"))
                .forEach(text -> about.add("Maven: " + text.replaceFirst("%+\\w+\\s*", "")));
        String path = String.join(File.pathSeparator, jars);
        String before = jars.isEmpty() ? "" : " -cp '" + path + "'";
        String with = jars.isEmpty() ? "" : " -cp '" + path + File.pathSeparator + ".'";
        about.add("javac" + before + " " + file.getFileName());
        about.add("java" + with + " " + name);
        return about;
    }

    private static String className(Path file) {
        String text = String.valueOf(file.getFileName());
        String name = text.endsWith(".java") ? text.substring(0, text.length() - 5) : "";
        if (!SourceVersion.isName(name) || name.contains(".")) {
            throw new MagicException(
                    "%export takes a file that is called as its class will be, such as Name.java, not "
                            + text
                            + ".");
        }
        return name;
    }

    private static void requireOwn(Path file) throws IOException {
        if (Files.exists(file) && !Files.readString(file).contains(MADE)) {
            throw new MagicException(
                    file
                            + " is there and was not made by %export; give another name or remove it.");
        }
    }
}
