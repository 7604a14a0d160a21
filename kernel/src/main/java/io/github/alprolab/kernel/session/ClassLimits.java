package io.github.alprolab.kernel.session;

import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * What a class file cannot hold. JShell takes the compiler's refusal for a name that a later cell
 * may declare, and the compiler itself carries what did not fit into the classes that follow.
 */
final class ClassLimits {
    static final String CODE = "compiler.err.limit.";

    private static final String LONG_TEXT =
            "A class file holds texts and names of at most 65,535 bytes in UTF-8, and here is %s. Read a"
                    + " text from a file, by Files.readString(Path.of(…)), or join shorter ones while"
                    + " the cell runs, by String.join(\"\", first, second).";

    private static final String MUCH_CODE =
            "A method, and what gives a variable its value, may have 65,535 bytes of compiled code, and"
                    + " this has more. Divide it into several methods; read data from a file.";

    private static final String MANY_NAMES =
            "A class may have 65,535 names and constants, and this has more. Divide it into several"
                    + " classes; read data from a file.";

    private static final Map<String, String> WORDS =
            Map.of(
                    CODE + "string",
                    LONG_TEXT.formatted("a longer one"),
                    CODE + "string.overflow",
                    LONG_TEXT.formatted("a longer one"),
                    CODE + "code",
                    MUCH_CODE,
                    CODE + "code.too.large.for.try.stmt",
                    MUCH_CODE,
                    CODE + "pool",
                    MANY_NAMES,
                    CODE + "pool.in.class",
                    MANY_NAMES,
                    CODE + "dimensions",
                    "An array may have 255 dimensions, and this has more.",
                    CODE + "locals",
                    "A method may have 65,535 variables of its own, and this has more. Divide"
                            + " it into several methods.",
                    CODE + "parameters",
                    "A method may have 255 parameters, of which each long and double counts"
                            + " twice, and this has more. Give it a list or a record.");

    private ClassLimits() {}

    /** Whether a snippet was refused because of one. */
    static boolean refuse(JShell shell, Snippet snippet) {
        return shell.diagnostics(snippet)
                .anyMatch(fault -> String.valueOf(fault.getCode()).startsWith(CODE));
    }

    /** A text of so many bytes, from one index to another. */
    static Fault text(int bytes, long from, long to) {
        String message = LONG_TEXT.formatted("one of %,d bytes".formatted(bytes));
        return new Fault(true, CODE + "measured", from, to, message);
    }

    /** The compiler's refusal in plain words; where there are none, as it says it. */
    static String words(Fault fault) {
        return WORDS.getOrDefault(fault.code(), fault.message());
    }
}
