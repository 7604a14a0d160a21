package io.github.alprolab.kernel.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a magic was called.
 *
 * @param name as it was written, without percent signs
 * @param text what stands behind the name on its line, as it was written
 * @param arguments the same, split at blanks; double quotes keep blanks, a backslash the next sign
 * @param body the lines below a cell magic
 */
public record MagicCall(String name, String text, List<String> arguments, Optional<String> body) {

    public MagicCall {
        arguments = List.copyOf(arguments);
    }

    /** A call of a line magic whose arguments are still one text. */
    public static MagicCall line(String name, String text) {
        return new MagicCall(name, text.strip(), split(text), Optional.empty());
    }

    /** A call of a line magic whose arguments are split already. */
    public static MagicCall line(String name, List<String> arguments) {
        return new MagicCall(name, String.join(" ", arguments), arguments, Optional.empty());
    }

    /** The same call with lines below it. */
    public MagicCall above(String lines) {
        return new MagicCall(name, text, arguments, Optional.of(lines));
    }

    /** The magic as it was written, for messages. */
    public String written() {
        return (body.isPresent() ? "%%" : "%") + name;
    }

    /** The only argument. */
    public String only(String what) {
        if (arguments.size() != 1) {
            Object given = arguments.isEmpty() ? "nothing" : arguments;
            throw new MagicException(
                    written() + " takes " + what + "; it was given " + given + ".");
        }
        return arguments.get(0);
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (c == '\\' && i + 1 < text.length() && isQuotable(text.charAt(i + 1))) {
                word.append(text.charAt(++i));
                begun = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    /** A backslash before anything else is itself, so that paths of Windows stay whole. */
    private static boolean isQuotable(char c) {
        return c == '"' || c == '\\' || c == ' ';
    }
}
