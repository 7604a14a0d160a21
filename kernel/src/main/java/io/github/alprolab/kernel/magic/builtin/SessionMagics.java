package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.LeftCell;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Magics about the session: help, history and environment. */
final class SessionMagics {
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(token|secret|passw|passphrase|credential|api_?key|_key|private|_pwd).*");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Cells cells;
    private final Supplier<List<Input>> inputs;

    private SessionMagics(Cells cells, Supplier<List<Input>> inputs) {
        this.cells = cells;
        this.inputs = inputs;
    }

    static List<Magic> of(Cells cells, Supplier<List<Input>> inputs) {
        SessionMagics magics = new SessionMagics(cells, inputs);
        return List.of(
                BuiltinMagic.line(
                                "magics",
                                "Lists the magics.\n%magics; %help NAME and %NAME? say more of one",
                                call -> magics.list())
                        .or("lsmagic"),
                BuiltinMagic.line("help", "Explains a magic.\n%help NAME or %NAME?", magics::help),
                BuiltinMagic.line(
                        "history",
                        "Prints the cells that ran, the oldest first.\n"
                                + "%history for all, %history N for the last N",
                        magics::history),
                BuiltinMagic.line(
                        "left",
                        "Lists the cells that were left behind because nothing stopped them.\n"
                                + "%left; each goes on until what it is in returns, or the kernel restarts",
                        call -> magics.left()),
                BuiltinMagic.line(
                        "env",
                        "Shows environment variables; what looks like a secret stays hidden.\n"
                                + "%env for all, %env NAME for one",
                        magics::environment));
    }

    private Object list() {
        TextTable table = new TextTable("magic", "what it does");
        for (Magic magic : cells.magics()) {
            table.row(written(magic), summary(magic));
        }
        Notebook.display(table.footer("%help NAME says more of one.").bundle());
        return null;
    }

    private Object help(MagicCall call) {
        if (call.arguments().isEmpty()) {
            return list();
        }
        Magic magic = cells.magic(call.only("one name").replaceFirst("^%+", ""));
        String others =
                magic.aliases().isEmpty()
                        ? ""
                        : "\nOther names: %" + String.join(", %", magic.aliases());
        System.out.println(written(magic) + "\n" + magic.help() + others);
        return null;
    }

    private static String written(Magic magic) {
        return (magic.isLine() ? "%" + magic.name() : "")
                + (magic.isLine() && magic.isCell() ? ", " : "")
                + (magic.isCell() ? "%%" + magic.name() : "");
    }

    private static String summary(Magic magic) {
        return magic.help().lines().findFirst().orElse("");
    }

    private Object history(MagicCall call) {
        List<Input> all = inputs.get();
        int wanted = call.arguments().isEmpty() ? all.size() : number(call.only("one number"));
        for (Input input : all.subList(Math.max(0, all.size() - wanted), all.size())) {
            System.out.println(input.cell() + ": " + input.code().replace("\n", "\n   "));
        }
        return null;
    }

    private Object left() {
        TextTable table = new TextTable("cell", "left at", "its thread is in");
        for (LeftCell cell : cells.left()) {
            String at = cell.since().atZone(ZoneId.systemDefault()).format(TIME);
            table.row(Integer.toString(cell.cell()), at, cell.now().orElse("its end"));
        }
        if (table.isEmpty()) {
            System.out.println("No cell is left behind.");
        } else {
            Notebook.display(table.bundle());
        }
        return null;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new MagicException("%history takes a number of cells, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    private Object environment(MagicCall call) {
        Map<String, String> all = new TreeMap<>(System.getenv());
        if (call.arguments().isEmpty()) {
            TextTable table = new TextTable("name", "value");
            all.forEach((name, value) -> table.row(name, shown(name, value)));
            Notebook.display(table.bundle());
            return all;
        }
        String name = call.only("one name");
        if (name.contains("=")) {
            throw new MagicException(
                    "A running Java cannot change its environment. Set "
                            + name.substring(0, name.indexOf('='))
                            + " where Jupyter is started or in the env of kernel.json; for a"
                            + " setting of Java use System.setProperty(name, value).");
        }
        if (!all.containsKey(name)) {
            throw new MagicException("The environment has no variable " + name + ".");
        }
        System.out.println(name + "=" + shown(name, all.get(name)));
        return all.get(name);
    }

    /** A value for readers of the notebook: without what its name or its form says is secret. */
    static String shown(String name, String value) {
        return SECRET.matcher(name).matches()
                ? "(hidden)"
                : value.replaceAll("(://[^/@\\s]*:)[^/@\\s]*@", "$1(hidden)@");
    }
}
