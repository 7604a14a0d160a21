package io.github.alprolab.kernel.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Java cells in one JShell. All methods but {@link #interrupt} belong to the one thread that runs
 * cells, because JShell is not made for more.
 */
public final class JavaSession implements AutoCloseable {
    private final CellExecution execution = new CellExecution(new SnippetClasses());
    private final SnippetPlaces places = new SnippetPlaces();
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private volatile Thread running;

    /** Opens a session and runs these imports, which also warms the compiler. */
    public JavaSession(List<String> imports) {
        this(imports, List.of());
    }

    /** The same with options of javac. */
    public JavaSession(List<String> imports, List<String> compilerOptions) {
        List<String> options = new ArrayList<>(List.of("-parameters", "-Xlint:none"));
        options.addAll(compilerOptions);
        this.shell =
                JShell.builder()
                        .executionEngine(new InThisJvm(execution), Map.of())
                        .compilerOptions(options.toArray(String[]::new))
                        .build();
        this.analysis = shell.sourceCodeAnalysis();
        imports.forEach(name -> shell.eval("import " + name + ";"));
        shell.eval("if (false) {}");
    }

    /** Runs a cell, snippet by snippet, until the end or the first error. */
    public Outcome run(String code, int cell) {
        return run(code, cell, code);
    }

    /**
     * Runs a part of a cell; a cell may run another part of itself meanwhile.
     *
     * @param code the part, with an empty line for each line of the cell before it
     * @param shown what errors show lines of
     */
    public Outcome run(String code, int cell, String shown) {
        Thread outer = running;
        running = Thread.currentThread();
        ClassLoader before = running.getContextClassLoader();
        running.setContextClassLoader(execution.classes().loader());
        try {
            return snippets(code, cell, shown.lines().toList());
        } finally {
            running.setContextClassLoader(before);
            running = outer;
            if (outer == null) {
                StopCheck.clear();
                Thread.interrupted();
            }
        }
    }

    /** Stops the running cell, also from another thread; without one it does nothing. */
    public void interrupt() {
        Thread cell = running;
        if (cell != null) {
            StopCheck.stop();
            cell.interrupt();
        }
    }

    /** Sets what is called when compiled code of a cell begins, on the cells' thread. */
    public void whenCodeBegins(Runnable work) {
        execution.whenCodeBegins(work);
    }

    /** The frame in which the running cell is, for a message about what cannot be stopped. */
    public Optional<StackTraceElement> frame() {
        Thread cell = running;
        StackTraceElement[] frames = cell == null ? new StackTraceElement[0] : cell.getStackTrace();
        return frames.length == 0 ? Optional.empty() : Optional.of(frames[0]);
    }

    /** The value of a variable of the cells. */
    public Optional<Object> variable(String name) {
        return execution.classes().value(name);
    }

    /**
     * A variable of the cells.
     *
     * @param type as it would be declared
     * @param value empty for null
     */
    public record Variable(String name, String type, Optional<Object> value) {}

    /** The variables of the cells in the order of their declaration. */
    public List<Variable> variables() {
        return shell.variables()
                .filter(v -> shell.status(v).isActive())
                .map(v -> new Variable(v.name(), v.typeName(), variable(v.name())))
                .toList();
    }

    /** Adds a jar or a folder of classes, for the compiler and for running cells. */
    public void addToClassPath(Path entry) {
        shell.addToClasspath(entry.toAbsolutePath().toString());
    }

    /** JShell's view of code that is being typed. */
    public SourceCodeAnalysis analysis() {
        return analysis;
    }

    private Outcome snippets(String code, int cell, List<String> lines) {
        Outcome last = Outcome.NOTHING;
        String rest = code;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            boolean whole = info.completeness().isComplete();
            String source = whole ? info.source() : rest;
            String left = whole ? info.remaining() : "";
            int skipped = code.length() - rest.length() + leading(rest);
            int line = 1 + (int) code.substring(0, skipped).chars().filter(c -> c == '\n').count();
            last = evaluate(source.strip(), new SnippetPlaces.Place(cell, line, lines));
            if (last.error().isPresent()) {
                return last;
            }
            rest = left;
        }
        return last;
    }

    private Outcome evaluate(String source, SnippetPlaces.Place place) {
        execution.begin();
        Outcome outcome = Outcome.NOTHING;
        for (SnippetEvent event : evaluated(source, place)) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() != null) {
                continue; // an earlier snippet that this one changed
            }
            if (event.status() == Snippet.Status.REJECTED) {
                return Outcome.failed(
                        ErrorText.compile(
                                shell.diagnostics(snippet).toList(), snippet.source(), place));
            }
            if (event.exception() != null) {
                return Outcome.failed(error(event));
            }
            outcome =
                    isValue(snippet) && !source.endsWith(";")
                            ? new Outcome(true, execution.result(), Optional.empty())
                            : Outcome.NOTHING;
        }
        return outcome;
    }

    /** Whether a snippet is an expression; one without a name becomes a variable of JShell's. */
    private static boolean isValue(Snippet snippet) {
        return snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || (snippet.kind() == Snippet.Kind.EXPRESSION
                        && snippet.subKind() != Snippet.SubKind.ASSIGNMENT_SUBKIND);
    }

    /** Ids are given out in order, so the place is known before a snippet runs and fails. */
    private List<SnippetEvent> evaluated(String source, SnippetPlaces.Place place) {
        int next =
                shell.snippets()
                                .map(Snippet::id)
                                .filter(id -> id.matches("\\d+"))
                                .mapToInt(Integer::parseInt)
                                .max()
                                .orElse(0)
                        + 1;
        places.put(Integer.toString(next), place);
        List<SnippetEvent> events = new ArrayList<>(shell.eval(source));
        events.forEach(e -> register(e, place));
        return events;
    }

    private void register(SnippetEvent event, SnippetPlaces.Place place) {
        if (event.causeSnippet() == null) {
            places.put(event.snippet().id(), place);
        }
        if (event.status() == Snippet.Status.DROPPED
                && event.snippet() instanceof VarSnippet variable) {
            execution.classes().drop(variable.name());
        }
    }

    private CellError error(SnippetEvent event) {
        if (event.exception() instanceof EvalException translated) {
            Throwable real = execution.thrown().orElse(translated);
            return ErrorText.thrown(real, translated, places);
        }
        if (event.exception() instanceof UnresolvedReferenceException missing) {
            String names = String.join(", ", unresolved(missing));
            return new CellError(
                    "UnresolvedReference",
                    names,
                    List.of(
                            "This cell calls "
                                    + missing.getSnippet().name()
                                    + ", which needs what is not defined yet: "
                                    + names));
        }
        return ErrorText.thrown(event.exception(), null, places);
    }

    private List<String> unresolved(UnresolvedReferenceException missing) {
        return shell.unresolvedDependencies(missing.getSnippet()).toList();
    }

    private static int leading(String text) {
        return text.length() - text.stripLeading().length();
    }

    @Override
    public void close() {
        shell.close();
    }

    private record InThisJvm(DirectExecutionControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "kernel";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }
}
