package io.github.alprolab.kernel.magic;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Options of javac that a user chose. */
final class CompilerOptions {
    private static final List<String> CLASS_PATH = List.of("-classpath", "--class-path", "-cp");

    private CompilerOptions() {}

    /** Why javac refuses options; some it refuses only when it compiles something. */
    static Optional<String> fault(List<String> options) {
        if (options.stream().anyMatch(CLASS_PATH::contains)) {
            return Optional.of("IJAVA_CLASSPATH adds to the class path");
        }
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        Optional<String> thrown = compile(options, said);
        return said.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> one.getMessage(Locale.ROOT))
                .findFirst()
                .or(() -> thrown);
    }

    private static Optional<String> compile(
            List<String> options, DiagnosticCollector<JavaFileObject> said) {
        try {
            JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
            var task = javac.getTask(null, null, said, options, null, List.of(new Nothing()));
            ((JavacTask) task).analyze(); // which writes no file
            return Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The least there is to compile. */
    private static final class Nothing extends SimpleJavaFileObject {
        Nothing() {
            super(URI.create("string:///Nothing.java"), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "interface Nothing {}";
        }
    }
}
