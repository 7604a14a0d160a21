package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.session.CellLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A frame that people see: of a cell, or of a library. */
final class ShownFrame {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final int id = NEXT.getAndIncrement();
    private final String name;
    private final Optional<CellLine> place;
    private final Class<?> type;
    private final int line;
    private final List<Variable> variables = new ArrayList<>();

    /**
     * A variable of the frame.
     *
     * @param values the array that has its value
     * @param index where
     * @param kept whether the frame goes on with what the array then has
     */
    record Variable(Local local, Object[] values, int index, boolean kept) {
        Object value() {
            return values[index];
        }
    }

    private ShownFrame(String name, Optional<CellLine> place, Class<?> type, int line) {
        this.name = name;
        this.place = place;
        this.type = type;
        this.line = line;
    }

    /** A frame further out, whose variables can be read. */
    static ShownFrame outer(LiveFrames.Frame live, Optional<Site> site, Optional<CellLine> place) {
        ShownFrame made = of(live.frame(), place);
        for (Local local : site.map(Site::locals).orElse(List.of())) {
            Slots.value(live.slots(), local)
                    .ifPresent(value -> made.variables.add(new Variable(local, value, 0, false)));
        }
        return made;
    }

    /** The innermost frame, whose variables are in an array that it goes on with. */
    static ShownFrame innermost(
            StackWalker.StackFrame live, Site site, Object[] locals, boolean kept) {
        ShownFrame made =
                new ShownFrame(
                        FrameNames.of(live, site.place()),
                        site.place(),
                        live.getDeclaringClass(),
                        site.shownLine());
        for (int i = 0; i < locals.length; i++) {
            Local local = site.locals().get(i);
            made.variables.add(new Variable(local, locals, i, kept && !local.isThis()));
        }
        return made;
    }

    private static ShownFrame of(StackWalker.StackFrame live, Optional<CellLine> place) {
        int line = place.map(CellLine::line).orElse(live.getLineNumber());
        return new ShownFrame(FrameNames.of(live, place), place, live.getDeclaringClass(), line);
    }

    int id() {
        return id;
    }

    String name() {
        return name;
    }

    Optional<CellLine> place() {
        return place;
    }

    Class<?> type() {
        return type;
    }

    int line() {
        return line;
    }

    /** The variables by name, of equal names the innermost. */
    Map<String, Variable> variables() {
        Map<String, Variable> byName = new LinkedHashMap<>();
        variables.forEach(variable -> byName.put(variable.local().name(), variable));
        return byName;
    }
}
