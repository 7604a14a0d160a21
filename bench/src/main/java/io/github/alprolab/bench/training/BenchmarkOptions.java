package io.github.alprolab.bench.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code --name value} pairs with defaults. An unknown name is refused, and a value of another kind
 * than the default: {@code one|other|third} allows these words, of which the first is the default;
 * all others are whole numbers of at least 1, where an empty default leaves the number to the
 * benchmark.
 */
public record BenchmarkOptions(Map<String, String> values) {

    /** For a program's start: what is wrong is said in a line, and the program ends with 2. */
    public static BenchmarkOptions of(String[] arguments, Map<String, String> defaults) {
        try {
            return parse(arguments, defaults);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            throw e;
        }
    }

    static BenchmarkOptions parse(String[] arguments, Map<String, String> defaults) {
        Map<String, String> values = new TreeMap<>();
        defaults.forEach((name, usual) -> values.put(name, words(usual).get(0)));
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!defaults.containsKey(name) || i + 1 == arguments.length) {
                throw refused(
                        arguments[i], "--name value pairs, by default " + new TreeMap<>(defaults));
            }
            values.put(name, checked(arguments[i], arguments[i + 1], defaults.get(name)));
        }
        return new BenchmarkOptions(values);
    }

    private static List<String> words(String usual) {
        return List.of(usual.split("\\|", -1));
    }

    private static String checked(String name, String value, String usual) {
        List<String> words = words(usual);
        if (words.size() > 1) {
            return check(words.contains(value), name, value, "one of " + words);
        }
        return check(value.matches("0*[1-9]\\d{0,8}"), name, value, "a whole number of at least 1");
    }

    private static String check(boolean valid, String name, String value, String allowed) {
        if (!valid) {
            throw refused(name + " " + value, allowed);
        }
        return value;
    }

    private static IllegalArgumentException refused(String given, String allowed) {
        return new IllegalArgumentException(given + " is given; allowed: " + allowed + ".");
    }

    public BenchmarkSize size() {
        return BenchmarkSize.of(values.get("size"));
    }

    public int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    /** Where no number is given, the usual one. */
    public int number(String name, int usual) {
        return values.get(name).isEmpty() ? usual : number(name);
    }

    /** One of the words that are allowed. */
    public String word(String name) {
        return values.get(name);
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(values.get(name));
    }
}
