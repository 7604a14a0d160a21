package io.github.alprolab.dsl.reading;

/** Strings and numbers as Java writes them. */
final class Literals {
    private static final int OCTAL = 8;

    private Literals() {}

    /** An int, a long that ends in L, or a double. */
    static Object number(String word) {
        try {
            if (word.endsWith("L")) {
                return Long.valueOf(word.substring(0, word.length() - 1));
            }
            return word.contains(".") || word.contains("E")
                    ? (Object) Double.valueOf(word)
                    : Integer.valueOf(word);
        } catch (NumberFormatException e) {
            throw new CodeException(word, "is no number that fits");
        }
    }

    /** What stands between the quotes. */
    static String text(String word) {
        StringBuilder text = new StringBuilder();
        int end = word.length() - 1;
        for (int i = 1; i < end; ) {
            char c = word.charAt(i++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            int digits = octal(word, i, end);
            if (digits > 0) {
                text.append((char) Integer.parseInt(word.substring(i, i + digits), OCTAL));
                i += digits;
            } else {
                text.append(escaped(word.charAt(i++)));
            }
        }
        return text.toString();
    }

    /** How many digits an escape has: up to three, and a third only behind 0 to 3. */
    private static int octal(String word, int from, int end) {
        int most = word.charAt(from) <= '3' ? 3 : 2;
        int digits = 0;
        while (digits < most
                && from + digits < end
                && Character.digit(word.charAt(from + digits), OCTAL) >= 0) {
            digits++;
        }
        return digits;
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\\', '\'' -> c;
            default -> throw new CodeException("\\" + c, "is no escape that values write");
        };
    }
}
