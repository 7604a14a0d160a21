package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.api.MagicRegistry;
import io.github.alprolab.kernel.api.NotebookKernel;
import io.github.alprolab.kernel.classpath.CellClassPath;
import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.CellStopped;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Outcome;
import io.github.alprolab.kernel.session.Thrown;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs cells: their Java by the session, their magics here. Belongs to the thread that runs cells,
 * as the session does; only {@link #interrupt} does not.
 */
public final class Cells implements NotebookKernel {
    /** How deep files may load files; more is one that loads itself. */
    private static final int NESTED = 20;

    private final JavaSession session;
    private final Magics magics = new Magics();
    private final JavaGrammar grammar;
    private final StatementLimit limit;
    private final List<Runnable> beforeFirst = new ArrayList<>();
    private final List<LeftCell> left = new CopyOnWriteArrayList<>();
    private volatile Run run = new Run();

    /** What changes while a cell runs; a cell that is left behind keeps its own. */
    private static final class Run {
        private Frame frame = new Frame(1, "", 0);
        private int nesting;
        private volatile Thread inMagic;
    }

    /**
     * What runs now.
     *
     * @param cell execution count of the cell
     * @param source text that errors show lines of
     * @param line line of the magic that runs, 0 where none does
     */
    private record Frame(int cell, String source, int line) {}

    /** Runs cells in a session, each statement within a limit. */
    public Cells(JavaSession session, StatementLimit limit) {
        this.session = session;
        this.limit = limit;
        this.grammar = new JavaGrammar(session);
    }

    /** Work that is done once, before the first cell, so that what it prints is seen there. */
    public void beforeFirst(Runnable work) {
        beforeFirst.add(work);
    }

    /** Runs a cell until its end or the first error. */
    public Outcome run(String code, int cell) {
        List<Runnable> first = List.copyOf(beforeFirst);
        beforeFirst.clear();
        run.frame = new Frame(cell, "", 0);
        first.forEach(Runnable::run);
        Outcome outcome = run(code, new Frame(cell, code, 0));
        session.tellUnusable();
        return outcome;
    }

    /** Runs code of cells that is no cell; see {@link JavaSession#call}. */
    public Optional<CellError> call(Runnable work) {
        return session.call(work);
    }

    /** Runs code of the line or the lines of the running magic; errors name the cell's lines. */
    public Outcome runInside(String code, boolean isBody) {
        Frame frame = run.frame;
        int before = frame.line() == 0 ? 0 : frame.line() - (isBody ? 0 : 1);
        String source = frame.line() == 0 ? code : frame.source();
        return nested("\n".repeat(before) + code, new Frame(frame.cell(), source, 0));
    }

    /** Runs code of another source as part of the running cell. */
    public Outcome runOther(String code) {
        return nested(code, new Frame(run.frame.cell(), code, 0));
    }

    /** Stops the running cell, also from another thread; without one it does nothing. */
    public void interrupt() {
        session.interrupt();
        Thread magic = run.inMagic;
        if (magic != null) {
            magic.interrupt();
        }
    }

    /**
     * Leaves the running cell's thread behind; empty where that cannot be, because the compiler
     * works. The next cell has to run on another thread.
     */
    public Optional<LeftCell> leave() {
        Run mine = run;
        String place = position().orElse("its end");
        Optional<Thread> thread = session.leave(Optional.ofNullable(mine.inMagic));
        return thread.map(
                one -> {
                    run = new Run();
                    LeftCell cell = new LeftCell(mine.frame.cell(), place, Instant.now(), one);
                    left.add(cell);
                    return cell;
                });
    }

    /** The cells whose threads were left behind and have not ended. */
    public List<LeftCell> left() {
        return List.copyOf(left);
    }

    /** A thread that was left behind has ended. */
    public void ended(Thread thread) {
        left.removeIf(cell -> cell.thread() == thread);
        session.ended(thread);
    }

    /** Gives up what the thread that was left behind ran; on the thread that runs cells now. */
    public void abandon() {
        session.abandon();
    }

    /** Runs code of cells that is none of their statements; see {@link JavaSession#asCode}. */
    public <T> T asCode(Supplier<T> work) {
        return session.asCode(work);
    }

    /** Ends the cell's own loops, for a cell that an interrupt alone does not stop. */
    public void stopLoops() {
        session.stopLoops();
    }

    /** Where the running cell is: the innermost frame and the line of the cell that led there. */
    public Optional<String> position() {
        return session.position().or(() -> Optional.ofNullable(run.inMagic).flatMap(this::inMagic));
    }

    private Optional<String> inMagic(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .findFirst()
                .map(
                        frame ->
                                "%s, called from cell %d, line %d"
                                        .formatted(frame, run.frame.cell(), run.frame.line()));
    }

    /** The value of an expression, which leaves no trace; it may not be a magic. */
    public Outcome value(String expression, int cell) {
        return session.value(expression, cell);
    }

    /** The cell as Java of the same length, with nothing where magics stand. */
    public String masked(String code) {
        return parts(code).masked();
    }

    /** Each magic once, sorted by its name. */
    public Collection<Magic> magics() {
        return magics.all();
    }

    /**
     * The magic of a name.
     *
     * @throws MagicException where there is none, with a near one
     */
    public Magic magic(String name) {
        return magics.find(name);
    }

    /** Adds a magic. */
    public void register(Magic magic) {
        magics.register(magic);
    }

    @Override
    public void addToClasspath(String path) {
        session.addToClassPath(Path.of(path));
    }

    /** Puts a jar in the place of one that was added and that no code has used. */
    public void replaceOnClassPath(Path used, Path entry) {
        session.replaceOnClassPath(used, entry);
    }

    /** What cells see. */
    public CellClassPath classPath() {
        return session.classPath();
    }

    @Override
    public Optional<String> runningCode() {
        return session.runningCode();
    }

    @Override
    public Object evalRaw(String code) {
        return Magics.value(runOther(code));
    }

    @Override
    public MagicRegistry getMagics() {
        return magics;
    }

    private Outcome nested(String code, Frame inner) {
        session.requireHere();
        Run mine = run;
        if (mine.nesting == NESTED) {
            throw new MagicException(
                    "Code loads code " + NESTED + " deep; does a file load itself?");
        }
        Frame outer = mine.frame;
        Thread magic = mine.inMagic;
        mine.nesting++;
        mine.inMagic = null; // the session stops its own code
        try {
            return run(code, inner);
        } finally {
            mine.inMagic = magic;
            mine.nesting--;
            mine.frame = outer;
        }
    }

    private Outcome run(String code, Frame now) {
        Outcome last = Outcome.NOTHING;
        for (CellParts.Part part : parts(code).parts()) {
            run.frame = now;
            last = part instanceof CellParts.Call magic ? call(magic, now) : java(part, now);
            if (last.error().isPresent()) {
                return last;
            }
        }
        return last;
    }

    private CellParts parts(String code) {
        return CellParts.of(code, magics::has, grammar);
    }

    private Outcome java(CellParts.Part part, Frame now) {
        String code = ((CellParts.Java) part).code();
        return limit.run(session, code, text -> session.run(text, now.cell(), now.source()));
    }

    private Outcome call(CellParts.Call part, Frame now) {
        Run mine = run;
        mine.frame = new Frame(now.cell(), now.source(), part.line());
        mine.inMagic = Thread.currentThread();
        session.noteMagic(now.cell(), written(part.call()));
        Outcome outcome;
        try {
            Object value = magics.run(filled(part.call()));
            outcome = value instanceof Outcome ended ? ended : Outcome.NOTHING;
        } catch (Throwable e) { // also an error of a library that a magic added
            outcome = Outcome.failed(error(e, mine.frame));
        } finally {
            mine.inMagic = null;
            Thread.interrupted();
        }
        session.requireHere();
        return outcome;
    }

    private MagicCall filled(MagicCall call) {
        return Placeholders.fill(
                call, session::hasVariable, name -> session.variable(name).orElse(null));
    }

    private static String written(MagicCall call) {
        String line = (call.written() + " " + call.text()).strip();
        if (call.name().equals("time")) {
            return line; // its code is kept by itself
        }
        return call.body().map(body -> line + "\n" + body.stripTrailing()).orElse(line);
    }

    private static CellError error(Throwable e, Frame where) {
        boolean stopped = e instanceof InterruptedException || e instanceof CellStopped;
        Throwable shown = stopped ? new InterruptedException("The cell was interrupted") : e;
        String[] lines = where.source().split("\n", -1);
        String line = lines[Math.min(lines.length, where.line()) - 1].strip();
        List<String> text = new ArrayList<>();
        text.add(
                "\u001b[1;31m" + shown.getClass().getSimpleName() + "\u001b[0m: " + message(shown));
        text.add(
                "    at cell "
                        + where.cell()
                        + ", line "
                        + where.line()
                        + "\n  --> "
                        + where.line()
                        + " | "
                        + line);
        Thrown.chain(shown).stream()
                .skip(1)
                .forEach(cause -> text.add("Caused by: " + Thrown.words(cause)));
        return new CellError(Thrown.name(shown), message(shown), text);
    }

    private static String message(Throwable e) {
        return Thrown.message(e).orElse("no further message");
    }
}
