package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.session.CellLine;
import io.github.alprolab.kernel.session.Thrown;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What frames are called. */
final class FrameNames {
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");
    private static final String STATEMENTS = "do_it$";

    private FrameNames() {}

    /** {@code cell 3}, {@code twice}, {@code Pair.sum} or {@code lambda in twice}. */
    static String of(StackWalker.StackFrame frame, Optional<CellLine> place) {
        Matcher lambda = LAMBDA.matcher(frame.getMethodName());
        return lambda.matches()
                ? "lambda in " + of(lambda.group(1), frame, place)
                : of(frame.getMethodName(), frame, place);
    }

    private static String of(
            String method, StackWalker.StackFrame frame, Optional<CellLine> place) {
        String cell = place.map(p -> "cell " + p.cell()).orElse("cell");
        if (method.startsWith(STATEMENTS)) {
            return cell;
        }
        String type = Thrown.plain(frame.getClassName());
        boolean ofCell = type.startsWith("REPL.");
        String owner = ofCell ? "" : type.substring(type.lastIndexOf('.') + 1) + ".";
        return owner + (method.equals("<init>") ? "new" : method);
    }
}
