package io.github.alprolab.bench.training;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code --name value} pairs with defaults. An unknown name is refused, and a value of another kind
 * than the default: a size, true or false, a whole number of at least 1.
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
        Map<String, String> values = new TreeMap<>(defaults);
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

    private static String checked(String name, String value, String usual) {
        if (usual.matches("\\d+")) {
            return check(
                    value.matches("0*[1-9]\\d{0,8}"), name, value, "a whole number of at least 1");
        }
        if (usual.matches("true|false")) {
            return check(value.matches("true|false"), name, value, "true or false");
        }
        String sizes = Arrays.toString(BenchmarkSize.values());
        boolean known = Arrays.stream(BenchmarkSize.values()).anyMatch(s -> s.name().equals(value));
        return check(known, name, value, "one of " + sizes);
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

    BenchmarkSize size() {
        return BenchmarkSize.valueOf(values.get("size"));
    }

    public int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(values.get(name));
    }
}
