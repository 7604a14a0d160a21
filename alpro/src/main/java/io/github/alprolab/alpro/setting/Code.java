package io.github.alprolab.alpro.setting;

import java.util.Collection;
import java.util.stream.Collectors;

/** Values as Java source that gives them back. */
public final class Code {
    private Code() {}

    /** A string literal. */
    public static String of(String text) {
        return text.chars().mapToObj(Code::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    /** Strings as the arguments of a call. */
    public static String of(Collection<String> texts) {
        return texts.stream().map(Code::of).collect(Collectors.joining(", "));
    }

    /** An enum's constant with the name of its type: {@code Decay.LINEAR}. */
    public static String of(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    /** As few digits as tell the value: 0.001, 1.0E-4, 20. For words, not for code. */
    public static String brief(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? "\\%o".formatted(c) : String.valueOf((char) c);
        };
    }
}
