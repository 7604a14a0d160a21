package io.github.alprolab.kernel.session;

import java.util.Locale;
import jdk.jshell.Diag;

/**
 * What the compiler says of a snippet.
 *
 * @param isError whether it keeps the snippet from being compiled
 * @param code the compiler's key, such as {@code compiler.err.illegal.char}
 * @param position index of the author's text, possibly outside of it
 * @param end index behind what is meant
 * @param message the compiler's own, in English
 */
record Fault(boolean isError, String code, long position, long end, String message) {

    /** A fault of a snippet as JShell has it, placed in the text that its author wrote. */
    static Fault of(Diag said, Rewritten text) {
        return new Fault(
                said.isError(),
                String.valueOf(said.getCode()),
                text.written(said.getPosition()),
                text.written(said.getEndPosition()),
                said.getMessage(Locale.ROOT));
    }

    /** The position within a text. */
    int positionIn(String snippet) {
        return (int) Math.max(0, Math.min(position, snippet.length()));
    }
}
