package io.github.alprolab.kernel.magic.builtin;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Whether javac takes a program. */
final class ProgramCheck {
    private static final int MOST = 5;
    private static final Pattern CELL = Pattern.compile("// cell (\\d+)");

    private ProgramCheck() {}

    /** What javac says against it, with the line and the cell; empty where it takes it. */
    static List<String> faults(String name, String text, List<String> classPath)
            throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        Path folder = Files.createTempDirectory("export");
        try {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            String path = String.join(File.pathSeparator, classPath);
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-cp", path);
            compiler.getTask(null, null, said, options, null, List.of(new Text(name, text))).call();
        } finally {
            delete(folder);
        }
        return said.getDiagnostics().stream()
                .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                .limit(MOST)
                .map(fault -> words(fault, text.split("\n", -1)))
                .toList();
    }

    private static String words(Diagnostic<?> fault, String[] lines) {
        int line = (int) Math.max(1, Math.min(lines.length, fault.getLineNumber()));
        String cell = "";
        for (int i = line - 1; i >= 0 && cell.isEmpty(); i--) {
            Matcher found = CELL.matcher(lines[i]);
            cell = found.find() ? " (cell " + found.group(1) + ")" : "";
        }
        String message = fault.getMessage(Locale.ROOT).replaceAll("\\s*\n\\s*", "; ");
        return "line " + line + cell + ": " + message + "\n    " + lines[line - 1].strip();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
