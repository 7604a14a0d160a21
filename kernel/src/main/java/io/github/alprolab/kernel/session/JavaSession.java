package io.github.alprolab.kernel.session;

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
        this.shell =
                JShell.builder()
                        .executionEngine(new InThisJvm(execution), Map.of())
                        .compilerOptions("-parameters", "-Xlint:none")
                        .build();
        this.analysis = shell.sourceCodeAnalysis();
        imports.forEach(name -> shell.eval("import " + name + ";"));
        shell.eval("if (false) {}");
    }

    /** Runs a cell, snippet by snippet, until the end or the first error. */
    public Outcome run(String code, int cell) {
        running = Thread.currentThread();
        ClassLoader before = running.getContextClassLoader();
        running.setContextClassLoader(execution.classes().loader());
        try {
            return snippets(code, cell);
        } finally {
            running.setContextClassLoader(before);
            running = null;
            StopCheck.clear();
            Thread.interrupted();
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

    /** JShell's view of code that is being typed. */
    public SourceCodeAnalysis analysis() {
        return analysis;
    }

    /** The shell itself, to ask it what cells declared; cells are run by {@link #run}. */
    public JShell shell() {
        return shell;
    }

    /** The loader of what cells see and declare. */
    public ClassLoader loader() {
        return execution.classes().loader();
    }

    private Outcome snippets(String code, int cell) {
        List<String> lines = code.lines().toList();
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
