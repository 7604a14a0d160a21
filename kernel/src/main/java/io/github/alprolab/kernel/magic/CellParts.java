package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.api.MagicCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell taken apart.
 *
 * @param parts Java and magics in order
 * @param masked the cell as Java of the same length, with nothing where magics stand
 */
record CellParts(List<Part> parts, String masked) {
    private static final Pattern CELL_MAGIC =
            Pattern.compile("\\A\\s*%%([A-Za-z_]\\w*)(.*)(?:\\R|\\z)");
    private static final Pattern HELP = Pattern.compile("%{1,2}(\\w+)\\?");
    private static final Pattern NAMED = Pattern.compile("%{1,2}(\\w+)");

    /** What a cell is made of. */
    sealed interface Part permits Java, Call {}

    /**
     * Java code.
     *
     * @param code as many empty lines as stand before it in the cell, then itself
     */
    record Java(String code) implements Part {}

    /**
     * A magic on a line of its own or above the cell.
     *
     * @param line the line of the cell it is on, 1 is first
     */
    record Call(MagicCall call, int line) implements Part {}

    /** What Java makes of a text that a percent sign may divide. */
    interface Grammar {
        /** Whether a text, from the last magic on, can be Java up to its end or beyond. */
        boolean isJava(String text);

        /** Whether cells declared a variable of this name. */
        boolean isVariable(String name);
    }

    CellParts {
        parts = List.copyOf(parts);
    }

    /** Takes a cell apart. */
    static CellParts of(String code, Predicate<String> isMagic, Grammar grammar) {
        if (code.indexOf('%') < 0) {
            return new CellParts(List.of(new Java(code)), code);
        }
        Matcher help = HELP.matcher(code.strip());
        if (help.matches()) {
            Call call = new Call(MagicCall.line("help", help.group(1)), 1);
            return new CellParts(List.of(call), " ".repeat(code.length()));
        }
        Matcher cell = CELL_MAGIC.matcher(code);
        if (cell.find()) {
            return whole(code, cell);
        }
        return new Splitting(code, isMagic, grammar).split();
    }

    private static CellParts whole(String code, Matcher cell) {
        String body = code.substring(cell.end());
        int line = lineOf(code, cell.start(1));
        MagicCall call = MagicCall.line(cell.group(1), cell.group(2)).above(body);
        return new CellParts(
                List.of(new Call(call, line)), blank(code.substring(0, cell.end())) + body);
    }

    static int lineOf(String code, int index) {
        return 1 + (int) code.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    private static String blank(String text) {
        return text.replaceAll("[^\n]", " ");
    }

    /** One pass over a cell without a cell magic. */
    private static final class Splitting {
        private final String code;
        private final Predicate<String> isMagic;
        private final Grammar grammar;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder java = new StringBuilder();
        private final StringBuilder masked = new StringBuilder();
        private int done;
        private int boundary;

        Splitting(String code, Predicate<String> isMagic, Grammar grammar) {
            this.code = code;
            this.isMagic = isMagic;
            this.grammar = grammar;
        }

        CellParts split() {
            CellScanner scanner = new CellScanner(code);
            for (var place = scanner.next(); place.isPresent(); place = scanner.next()) {
                if (isMagic(place.get())) {
                    take(place.get());
                    scanner.skip(place.get());
                }
            }
            copyJava(code.length());
            flush();
            return new CellParts(parts, masked.toString());
        }

        private boolean isMagic(CellScanner.Place place) {
            char before = place.before();
            if (before == 0 || before == '=' || before == ';' || before == '{') {
                return true; // a percent sign stands there in no Java
            }
            if (before == '}' && place.depth() > 0) {
                return true;
            }
            String name = name(place);
            boolean canBeJava = grammar.isJava(code.substring(boundary, place.end()));
            return !canBeJava || (isMagic.test(name) && !isName(name, place));
        }

        /** Whether something else of this name is in the cell or was declared before. */
        private boolean isName(String name, CellScanner.Place place) {
            String others = code.substring(0, place.start()) + code.substring(place.end());
            return grammar.isVariable(name)
                    || Pattern.compile("\\b" + name + "\\b").matcher(others).find();
        }

        private String name(CellScanner.Place place) {
            Matcher name = NAMED.matcher(code).region(place.start(), place.end());
            return name.lookingAt() ? name.group(1) : "";
        }

        private void take(CellScanner.Place place) {
            String line = code.substring(place.start(), place.end());
            String name = name(place);
            String rest = line.substring(line.indexOf(name) + name.length());
            copyJava(place.start());
            if (place.before() == '=' || place.depth() > 0) {
                java.append(called(name, rest));
                String nothing = line.length() > 2 ? "\"\";" : "\"\"";
                masked.append(nothing).append(" ".repeat(line.length() - nothing.length()));
            } else {
                flush();
                MagicCall call =
                        rest.startsWith("?")
                                ? MagicCall.line("help", name)
                                : MagicCall.line(line.startsWith("%%") ? "%" + name : name, rest);
                parts.add(new Call(call, lineOf(code, place.start())));
                masked.append(" ".repeat(line.length()));
                boundary = place.end();
            }
            done = place.end();
        }

        private void copyJava(int end) {
            java.append(code, done, end);
            masked.append(code, done, end);
            done = end;
        }

        private void flush() {
            if (!java.toString().isBlank()) {
                int lines = lineOf(code, boundary) - 1;
                parts.add(new Java("\n".repeat(lines) + java));
            }
            java.setLength(0);
        }
    }

    /** The call as Java, for a magic whose value is used or that stands inside other code. */
    private static String called(String name, String text) {
        String bare = text.strip();
        String arguments = bare.endsWith(";") ? bare.substring(0, bare.length() - 1) : bare;
        return "lineMagic(" + literal(name) + ", " + literal(arguments) + ");";
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
