package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.session.CellLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The beginning of a line of a woven method. */
final class Site {
    private final String type;
    private final String method;
    private final String descriptor;
    private final int line;
    private final List<Local> locals;
    private final Set<String> calls;
    private final Optional<CellLine> place;
    private volatile boolean breakpoint;

    /**
     * Describes a line.
     *
     * @param type name of the class
     * @param line as the class file counts
     * @param locals variables that have a value there
     * @param calls names of the classes whose methods the line calls
     * @param place of the cell; empty in a library
     */
    Site(
            String type,
            String method,
            String descriptor,
            int line,
            List<Local> locals,
            Set<String> calls,
            Optional<CellLine> place) {
        this.type = type;
        this.method = method;
        this.descriptor = descriptor;
        this.line = line;
        this.locals = locals;
        this.calls = calls;
        this.place = place;
    }

    String type() {
        return type;
    }

    List<Local> locals() {
        return locals;
    }

    Set<String> calls() {
        return calls;
    }

    Optional<CellLine> place() {
        return place;
    }

    /** Whether JShell broke this line in two, as that of a variable with a value. */
    boolean goesOn(String inMethod, int nextLine, int nextShown) {
        return method.equals(inMethod) && nextLine == line + 1 && nextShown == shownLine();
    }

    /** The line that people see. */
    int shownLine() {
        return place.map(CellLine::line).orElse(line);
    }

    /** Whether a frame of the JVM stands in this line. */
    boolean isOf(StackWalker.StackFrame frame) {
        return line == frame.getLineNumber()
                && method.equals(frame.getMethodName())
                && type.equals(frame.getClassName())
                && descriptor.equals(frame.getDescriptor());
    }

    boolean hasBreakpoint() {
        return breakpoint;
    }

    void setBreakpoint(boolean set) {
        breakpoint = set;
    }
}
