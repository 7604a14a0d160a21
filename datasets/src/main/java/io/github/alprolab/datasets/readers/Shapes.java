package io.github.alprolab.datasets.readers;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What texts look like: an address, the name of a file, a word, a sentence, or nothing at all. */
final class Shapes {
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://\\S+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+([.,]\\d+)?");
    private static final Pattern NAME = Pattern.compile("\\S*[\\d/\\\\_.]\\S*");
    private static final Pattern SPLIT =
            Pattern.compile("(?i)(train|val|valid|dev|test)(ing|idation)?([-_ ]?\\w{1,9})?");

    private Shapes() {}

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text.strip()).matches();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }

    /** One word with a digit, a slash, an underscore or a dot: a file or a number, not language. */
    static boolean isName(String text) {
        return NAME.matcher(text.strip()).matches();
    }

    static boolean isWord(String text) {
        return !text.strip().isEmpty() && text.strip().chars().noneMatch(Character::isWhitespace);
    }

    static boolean isSplit(String name) {
        return SPLIT.matcher(name).matches();
    }

    /** Whether a text shows nothing: white space of any kind, and letters of no width. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Shapes::isUnseen);
    }

    private static boolean isUnseen(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.isISOControl(letter)
                || Character.getType(letter) == Character.FORMAT;
    }

    /** Whether a caption says nothing: it is blank, or what pandas writes for a missing value. */
    static boolean isMissing(String caption) {
        return isBlank(caption) || caption.strip().matches("(?i)nan|<na>");
    }

    /** More than half of at least one. */
    static boolean most(List<String> texts, Predicate<String> shape) {
        return 2 * texts.stream().filter(shape).count() > texts.size();
    }

    /** All of at least one. */
    static boolean all(List<String> texts, Predicate<String> shape) {
        return !texts.isEmpty() && texts.stream().allMatch(shape);
    }
}
