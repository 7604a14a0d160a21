package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.api.MagicRegistry;
import io.github.alprolab.kernel.api.NotebookKernel;
import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.CellStopped;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Outcome;
import io.github.alprolab.kernel.session.Thrown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
    private Frame frame = new Frame(1, "", 0);
    private int nesting;
    private volatile Thread inMagic;

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
        frame = new Frame(cell, "", 0);
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
        int before = frame.line() == 0 ? 0 : frame.line() - (isBody ? 0 : 1);
        String source = frame.line() == 0 ? code : frame.source();
        return nested("\n".repeat(before) + code, new Frame(frame.cell(), source, 0));
    }

    /** Runs code of another source as part of the running cell. */
    public Outcome runOther(String code) {
        return nested(code, new Frame(frame.cell(), code, 0));
    }

    /** Stops the running cell, also from another thread; without one it does nothing. */
    public void interrupt() {
        session.interrupt();
        Thread magic = inMagic;
        if (magic != null) {
            magic.interrupt();
        }
    }

    /** Ends the cell's own loops, for a cell that an interrupt alone does not stop. */
    public void stopLoops() {
        session.stopLoops();
    }

    /** Where the running cell is; see {@link JavaSession#position}. */
    public Optional<String> position() {
        return session.position();
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
        if (nesting == NESTED) {
            throw new MagicException(
                    "Code loads code " + NESTED + " deep; does a file load itself?");
        }
        Frame outer = frame;
        Thread magic = inMagic;
        nesting++;
        inMagic = null; // the session stops its own code
        try {
            return run(code, inner);
        } finally {
            inMagic = magic;
            nesting--;
            frame = outer;
        }
    }

    private Outcome run(String code, Frame now) {
        Outcome last = Outcome.NOTHING;
        for (CellParts.Part part : parts(code).parts()) {
            frame = now;
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
        frame = new Frame(now.cell(), now.source(), part.line());
        inMagic = Thread.currentThread();
        try {
            Object value = magics.run(filled(part.call()));
            return value instanceof Outcome outcome ? outcome : Outcome.NOTHING;
        } catch (Throwable e) { // also an error of a library that a magic added
            return Outcome.failed(error(e, frame));
        } finally {
            inMagic = null;
            Thread.interrupted();
        }
    }

    private MagicCall filled(MagicCall call) {
        return Placeholders.fill(
                call, session::hasVariable, name -> session.variable(name).orElse(null));
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
