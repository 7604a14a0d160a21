package io.github.alprolab.alpro.benchmark;

import java.util.Map;
import java.util.TreeMap;

/** {@code --name value} pairs with defaults; an unknown name is refused. */
record BenchmarkOptions(Map<String, String> values) {

    static BenchmarkOptions parse(String[] arguments, Map<String, String> defaults) {
        Map<String, String> values = new TreeMap<>(defaults);
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!defaults.containsKey(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        arguments[i]
                                + " is given; allowed are --name value pairs, by default "
                                + new TreeMap<>(defaults)
                                + ".");
            }
            values.put(name, arguments[i + 1]);
        }
        return new BenchmarkOptions(values);
    }

    String text(String name) {
        return values.get(name);
    }

    int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(values.get(name));
    }
}
