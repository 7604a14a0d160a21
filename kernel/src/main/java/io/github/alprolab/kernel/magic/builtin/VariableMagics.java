package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.session.JavaSession.Variable;
import io.github.alprolab.kernel.session.Thrown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Magics about the variables of cells. */
final class VariableMagics {
    private static final int SHOWN = 80;

    private final Supplier<List<Variable>> variables;
    private final HeldMemory held;

    private VariableMagics(Supplier<List<Variable>> variables, HeldMemory held) {
        this.variables = variables;
        this.held = held;
    }

    static List<Magic> of(Supplier<List<Variable>> variables, ToLongFunction<Object> nativeBytes) {
        VariableMagics magics = new VariableMagics(variables, new HeldMemory(nativeBytes));
        return List.of(
                BuiltinMagic.line(
                        "who", "Prints the names of the variables.\n%who", call -> magics.who()),
                BuiltinMagic.line(
                        "vars",
                        "Lists the variables with types and values.\n%vars",
                        call -> magics.vars()),
                BuiltinMagic.line(
                        "memory",
                        "Lists what the variables hold in memory, the largest first.\n%memory;"
                                + " unnamed results are $1, $2, ...",
                        call -> magics.memory()));
    }

    private List<Variable> named() {
        return variables.get().stream().filter(v -> !v.name().startsWith("$")).toList();
    }

    private Object who() {
        List<String> names = named().stream().map(Variable::name).sorted().toList();
        System.out.println(names.isEmpty() ? "No variables." : String.join("  ", names));
        return names;
    }

    private Object vars() {
        TextTable table = new TextTable("variable", "type", "value");
        named().forEach(v -> table.row(v.name(), v.type(), text(v.value())));
        if (table.isEmpty()) {
            System.out.println("No variables.");
        } else {
            Notebook.display(table.bundle());
        }
        return null;
    }

    private static String text(Optional<Object> value) {
        String text;
        try {
            text = value.map(String::valueOf).map(Thrown::plain).orElse("null");
        } catch (Throwable e) { // a value's own toString may throw anything
            text = "(its toString threw " + e.getClass().getName() + ")";
        }
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }

    private record Row(Variable variable, HeldMemory.Size size) {}

    private Object memory() {
        List<Row> rows = new ArrayList<>();
        for (Variable variable : variables.get()) {
            variable.value().ifPresent(value -> rows.add(new Row(variable, held.of(value))));
        }
        rows.sort(Comparator.comparingLong((Row r) -> -r.size().heap() - r.size().engine()));
        boolean engine = rows.stream().anyMatch(row -> row.size().engine() > 0);
        TextTable table =
                engine
                        ? new TextTable("variable", "type", "heap", "engine")
                        : new TextTable("variable", "type", "heap");
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            cells.add(row.variable().name());
            cells.add(row.variable().type());
            cells.add((row.size().isLeast() ? "at least " : "") + bytes(row.size().heap()));
            if (engine) {
                cells.add(bytes(row.size().engine()));
            }
            table.row(cells.toArray(String[]::new));
        }
        Runtime runtime = Runtime.getRuntime();
        table.footer(
                "Heap in use: "
                        + bytes(runtime.totalMemory() - runtime.freeMemory())
                        + " of at most "
                        + bytes(runtime.maxMemory())
                        + ". What two variables share is counted for both.");
        Notebook.display(table.bundle());
        return null;
    }

    static String bytes(long count) {
        if (count < 1000) {
            return count + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = count / 1000.0;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
