package io.github.alprolab.kernel.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where a cursor stands in Java source that need not be whole.
 *
 * @param kind what the cursor is in
 * @param start UTF-16 index of the literal's quote or the comment's begin; of code, the index
 *     itself
 * @param call the call whose arguments the cursor is among
 */
record Place(Kind kind, int start, Optional<Call> call) {

    enum Kind {
        CODE,
        /** Between the quotes of a string of one line. */
        STRING,
        /** In a comment, a text block or a character literal. */
        OTHER
    }

    /**
     * Parentheses that are open behind a name.
     *
     * @param open index of the parenthesis
     * @param start index at which the argument begins
     * @param argument its number, 0 is first
     */
    record Call(int open, int start, int argument) {}

    static Place of(String code, int index) {
        return new Scan(code, index).place();
    }

    /** Indexes of the parentheses that are open at an index, the innermost first. */
    static List<Integer> openParentheses(String code, int index) {
        Scan scan = new Scan(code, index);
        scan.place();
        return scan.opened.stream()
                .filter(open -> open.bracket() == '(')
                .map(open -> open.call().open())
                .toList();
    }

    private static final class Scan {
        private final String code;
        private final int end;
        private final Deque<Open> opened = new ArrayDeque<>();
        private int at;

        private record Open(char bracket, Call call) {}

        Scan(String code, int end) {
            this.code = code;
            this.end = end;
        }

        Place place() {
            while (at < end) {
                int begin = at;
                Kind kind = token();
                if (at > end) {
                    return new Place(kind, begin, call());
                }
            }
            return new Place(Kind.CODE, end, call());
        }

        private Optional<Call> call() {
            Open top = opened.peek();
            return top == null || top.bracket() != '(' || !isName(top.call().open())
                    ? Optional.empty()
                    : Optional.of(top.call());
        }

        /** Passes a literal, a comment or one character; what the cursor is in passes the end. */
        private Kind token() {
            if (code.startsWith("//", at)) {
                return pass(Kind.OTHER, 2, "\n", false);
            }
            if (code.startsWith("/*", at)) {
                return pass(Kind.OTHER, 2, "*/", false);
            }
            if (code.startsWith("\"\"\"", at)) {
                return pass(Kind.OTHER, 3, "\"\"\"", true);
            }
            char c = code.charAt(at);
            if (c == '"' || c == '\'') {
                return pass(c == '"' ? Kind.STRING : Kind.OTHER, 1, String.valueOf(c), true);
            }
            bracket(c);
            at++;
            return Kind.CODE;
        }

        private Kind pass(Kind kind, int length, String closing, boolean escapes) {
            at += length;
            while (at < end && !code.startsWith(closing, at)) {
                if (closing.length() == 1 && escapes && code.charAt(at) == '\n') {
                    return kind; // a literal that was never closed ends with its line
                }
                at += escapes && code.charAt(at) == '\\' ? 2 : 1;
            }
            at = at >= end ? end + 1 : at + closing.length();
            return kind;
        }

        private void bracket(char c) {
            if (c == '(' || c == '[' || c == '{') {
                opened.push(new Open(c, new Call(at, at + 1, 0)));
            } else if (!opened.isEmpty() && (c == ')' || c == ']' || c == '}')) {
                opened.pop();
            } else if (c == ',' && !opened.isEmpty()) {
                Open top = opened.pop();
                Call call = new Call(top.call().open(), at + 1, top.call().argument() + 1);
                opened.push(new Open(top.bracket(), call));
            }
        }

        /** Whether a name, or the type arguments of one, stands before a parenthesis. */
        private boolean isName(int open) {
            int before = open - 1;
            while (before >= 0 && Character.isWhitespace(code.charAt(before))) {
                before--;
            }
            return before >= 0
                    && (Character.isJavaIdentifierPart(code.charAt(before))
                            || code.charAt(before) == '>');
        }
    }
}
