package io.github.alprolab.kernel.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Java cells in one JShell. All methods but those that stop a cell belong to the one thread that
 * runs cells, because JShell is not made for more.
 */
public final class JavaSession implements AutoCloseable {
    private final CellExecution execution = new CellExecution(new SnippetClasses());
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final SnippetRunner runner;
    private final Variables variables;

    /** Opens a session and runs these imports, which also warms the compiler. */
    public JavaSession(List<String> imports) {
        SnippetPlaces places = new SnippetPlaces();
        this.shell =
                JShell.builder()
                        .executionEngine(new InThisJvm(execution), Map.of())
                        .compilerOptions("-parameters", "-Xlint:none")
                        .idGenerator((snippet, index) -> places.next())
                        .build();
        this.analysis = shell.sourceCodeAnalysis();
        this.runner = new SnippetRunner(shell, execution, places, new CompileAdvice(analysis));
        this.variables = new Variables(shell, execution.classes().variables());
        imports.forEach(name -> shell.eval("import " + name + ";"));
        shell.eval("if (false) {}");
    }

    /** Runs a cell, snippet by snippet, until the end or the first error. */
    public Outcome run(String code, int cell) {
        Outcome outcome = inSession(code, cell);
        runner.tidy();
        return outcome;
    }

    /** The value of an expression, of which no variable {@code $1}, {@code $2}, … is kept. */
    public Outcome value(String expression, int cell) {
        return runner.withoutTrace(() -> inSession(expression, cell));
    }

    /**
     * Interrupts the thread that runs the cell, also from another thread; without a cell it does
     * nothing.
     */
    public void interrupt() {
        execution.interrupt();
    }

    /** Ends the cell's own loops, for a cell that an interrupt alone does not stop. */
    public void stopLoops() {
        execution.stopLoops();
    }

    /**
     * Where the running cell is: the innermost frame and the line of the cell that led there. Empty
     * when no cell's code runs.
     */
    public Optional<String> position() {
        return execution.inside().flatMap(thread -> runner.position(thread.getStackTrace()));
    }

    /** The variables of the cells. */
    public Variables variables() {
        return variables;
    }

    /** The value of a variable of the cells, empty for null and where there is none. */
    public Optional<Object> variable(String name) {
        return execution.classes().variables().value(name);
    }

    /** JShell's view of code that is being typed. */
    public SourceCodeAnalysis analysis() {
        return analysis;
    }

    private Outcome inSession(String code, int cell) {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(execution.classes().loader());
        execution.beginCell();
        try {
            return snippets(code, cell);
        } finally {
            here.setContextClassLoader(before);
        }
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
            last = runner.run(source.strip(), new SnippetPlaces.Place(cell, line, lines));
            if (last.error().isPresent()) {
                return last;
            }
            rest = left;
        }
        return last;
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
