package io.github.alprolab.kernel.session;

import io.github.alprolab.kernel.classpath.CellClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Java cells in one JShell. All methods but those that stop a cell belong to the one thread that
 * runs cells, because JShell is not made for more.
 */
public final class JavaSession implements AutoCloseable {
    private final CellClassPath classPath =
            CellClassPath.ofThisKernel(StopCheck.class, CellExit.class, LineHook.class);
    private final CellExecution execution =
            new CellExecution(new SnippetClasses(classPath.loader()));
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final PackageIndex packages;
    private final Optional<SnippetLines> lines;
    private final SnippetRunner runner;
    private final List<String> imports;

    /** Opens a session and runs these imports, which also warms the compiler. */
    public JavaSession(List<String> imports) {
        this(imports, List.of());
    }

    /** The same with options of javac. */
    public JavaSession(List<String> imports, List<String> compilerOptions) {
        this.imports = List.copyOf(imports);
        List<String> options = new ArrayList<>(List.of("-parameters", "-g", "-Xlint:none"));
        options.addAll(compilerOptions);
        SnippetPlaces places = new SnippetPlaces();
        this.shell =
                JShell.builder()
                        .executionEngine(new InThisJvm(execution), Map.of())
                        .fileManager(files -> new CompilerFiles(files, classPath))
                        .compilerOptions(options.toArray(String[]::new))
                        .idGenerator((snippet, number) -> places.next(number))
                        .build();
        this.analysis = shell.sourceCodeAnalysis();
        this.packages = new PackageIndex(analysis);
        this.lines = SnippetLines.of(shell, places);
        this.runner =
                new SnippetRunner(
                        shell, execution, places, new CompileAdvice(shell), this::renewCompiler);
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
        Outcome outcome = inSession(code, cell, shown);
        runner.tidy();
        return outcome;
    }

    /**
     * Runs code of cells that is no cell, such as a listener that waits for the front-end; it is
     * stopped as a cell is. Gives what went wrong.
     */
    public Optional<CellError> call(Runnable work) {
        return seeingCells(() -> runner.call(work));
    }

    /** Says on the error stream which declarations of the cell that ended cannot be used yet. */
    public void tellUnusable() {
        runner.tellUnusable();
    }

    /** The value of an expression, of which no variable {@code $1}, {@code $2}, … is kept. */
    public Outcome value(String expression, int cell) {
        return runner.withoutTrace(() -> inSession(expression, cell, expression));
    }

    /**
     * Interrupts the thread that runs the cell, also from another thread; without a cell it does
     * nothing.
     */
    public void interrupt() {
        execution.interrupt();
    }

    /** Interrupts a thread where it runs the cell now. */
    public void stop(Thread thread) {
        if (execution.inside().filter(thread::equals).isPresent()) {
            execution.interrupt();
            execution.stopLoops();
        }
    }

    /**
     * Leaves the thread behind that runs the cell: it goes on, and nothing that it does reaches the
     * session any more. Where the compiler works nothing is left, and the answer is empty.
     *
     * @param otherwise a thread that works for the cell where no code of it runs
     */
    public Optional<Thread> leave(Optional<Thread> otherwise) {
        return execution.leave(otherwise);
    }

    /** Gives up what the thread that was left behind ran; on the thread that runs cells now. */
    public void abandon() {
        runner.abandon();
    }

    /** A thread that was left behind has ended. */
    public void ended(Thread thread) {
        execution.ended(thread);
    }

    /** Ends the calling thread where it was left behind. */
    public void requireHere() {
        execution.requireHere();
    }

    /**
     * Runs code of cells that is none of their statements, so that it can be stopped as they are.
     */
    public <T> T asCode(Supplier<T> work) {
        return execution.asCode(work);
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

    /**
     * The text of the statement that runs now, behind the texts of the declarations that it uses:
     * enough to run it elsewhere. Empty when no cell's code runs.
     */
    public Optional<String> runningCode() {
        execution.requireHere();
        return runner.runningCode();
    }

    /** What was imported when the session began, without the word and the semicolon. */
    public List<String> imports() {
        return imports;
    }

    /** The jars and folders that were added, in order. */
    public List<String> addedClassPath() {
        return classPath.added().stream().map(Path::toString).toList();
    }

    /** The class path that the session began with. */
    public List<String> ownClassPath() {
        return CellClassPath.ofTheKernel();
    }

    /** Notes a magic between the snippets of a cell. */
    public void noteMagic(int cell, String text) {
        runner.log().magic(cell, text);
    }

    /** The snippets and magics that cells ran, the oldest first. */
    public List<RanSnippet> ran() {
        return runner.log().ran();
    }

    /** Cells whose results do not follow any more from what is there, and why. */
    public Map<Integer, Set<StaleReason>> stale() {
        return runner.log().stale();
    }

    /** Where a line of a class of the cells stands; also from other threads. */
    public Optional<CellLine> cellLine(String className, int line) {
        return lines.flatMap(all -> all.find(className, line));
    }

    /** The values of the cells' variables by name, null among them; also from other threads. */
    public Map<String, Object> values() {
        return execution.classes().variables().values();
    }

    /** Declares a variable without a value, also in the middle of a cell. */
    public void declare(String type, String name) {
        shell.eval(type + " " + name + ";");
    }

    /** Code with names of its own, for the thread that is in the cell's code. */
    public FrameCode frameCode() {
        return new FrameCode(shell, execution);
    }

    /** Sets what is called when compiled code of a cell begins, on the cells' thread. */
    public void whenCodeBegins(Runnable work) {
        execution.whenCodeBegins(work);
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

    /** Whether cells declared a variable that is still there. */
    public boolean hasVariable(String name) {
        return shell.variables().anyMatch(v -> v.name().equals(name) && shell.status(v).isActive());
    }

    /** The value of a variable of the cells, empty for null and where there is none. */
    public Optional<Object> variable(String name) {
        return execution.classes().variables().value(name);
    }

    /**
     * Adds a jar or a folder of classes, for the compiler and for running cells.
     *
     * @throws IllegalArgumentException for a jar that cannot be read
     */
    public void addToClassPath(Path entry) {
        execution.requireHere();
        classPath.add(entry);
        renewCompiler();
    }

    /**
     * Puts a jar in the place of one that was added and that no code has used.
     *
     * @throws IllegalArgumentException for a jar that cannot be read
     */
    public void replaceOnClassPath(Path used, Path entry) {
        execution.requireHere();
        classPath.add(entry);
        classPath.remove(used);
        renewCompiler();
    }

    /** What cells see. */
    public CellClassPath classPath() {
        return classPath;
    }

    /** The shell itself, to ask it what cells declared; cells are run by {@link #run}. */
    public JShell shell() {
        return shell;
    }

    /** The loader of what cells see and declare. */
    public ClassLoader loader() {
        return execution.classes().loader();
    }

    /** JShell's view of code that is being typed. */
    public SourceCodeAnalysis analysis() {
        return analysis;
    }

    /** Has every package of the JDK and the class path known to {@link #analysis}. */
    public void needPackages() {
        packages.need();
    }

    private Outcome inSession(String code, int cell, String shown) {
        return seeingCells(
                () -> {
                    try {
                        return snippets(code, cell, shown);
                    } catch (InternalError
                            | StackOverflowError e) { // a cell's own do not come here
                        renewCompiler();
                        return Outcome.failed(CompileText.crash(e, cell));
                    }
                });
    }

    private <T> T seeingCells(Supplier<T> work) {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(execution.classes().loader());
        execution.beginCell();
        try {
            return work.get();
        } finally {
            here.setContextClassLoader(before);
        }
    }

    private Outcome snippets(String code, int cell, String shown) {
        CellSnippets snippets = new CellSnippets(analysis, code, cell, shown);
        Outcome last = Outcome.NOTHING;
        for (var place = snippets.next(); place.isPresent(); place = snippets.next()) {
            last =
                    snippets.isCutByComment()
                            ? Outcome.failed(CompileText.comment(place.get()))
                            : runner.run(place.get());
            if (last.error().isPresent()) {
                return last;
            }
        }
        return last;
    }

    /**
     * Begins with a compiler that knows nothing of what went before, by the one call that JShell
     * has for it. {@link CompilerFiles} knows what is on the class path, whatever is named here.
     */
    private void renewCompiler() {
        shell.addToClasspath(classPath.entries().get(0).toString());
        packages.classPathGrew();
    }

    @Override
    public void close() {
        packages.release();
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
