package io.github.alprolab.dsl.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a piece of code, one after another. */
final class Tokens {
    private static final String END = "the end";

    /** Names, numbers, strings, the arrow and single signs; white space is what lies between. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*+(?:([A-Za-z_][A-Za-z0-9_]*+)"
                            + "|(-?[0-9]++(?:\\.[0-9]++)?+(?:E-?[0-9]++)?+L?+)"
                            + "|(\"(?:[^\"\\\\]|\\\\.)*+\")"
                            + "|(->|[.,()]))");

    private final List<String> all = new ArrayList<>();
    private int next;

    Tokens(String code) {
        String text = code.strip();
        Matcher matcher = TOKEN.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (!matcher.find(from) || matcher.start() != from) {
                String rest = text.substring(from).strip();
                throw new CodeException(
                        rest.substring(0, Math.min(20, rest.length())),
                        "is no code of a value; allowed are calls of the notebook's nouns");
            }
            all.add(matcher.group().strip());
            from = matcher.end();
        }
    }

    /** The one that comes, without taking it. */
    String peek() {
        return next < all.size() ? all.get(next) : END;
    }

    /** The one after that. */
    String second() {
        return next + 1 < all.size() ? all.get(next + 1) : END;
    }

    /** Takes the one that comes. */
    String take() {
        String token = peek();
        next++;
        return token;
    }

    /** Takes a sign where it comes. */
    boolean took(String sign) {
        boolean there = peek().equals(sign);
        next += there ? 1 : 0;
        return there;
    }

    /** Takes a sign that has to come. */
    void require(String sign) {
        if (!took(sign)) {
            throw new CodeException(peek(), "stands where “" + sign + "” is expected");
        }
    }

    void requireEnd() {
        if (next < all.size()) {
            throw new CodeException(peek(), "stands behind the end of the value");
        }
    }
}
