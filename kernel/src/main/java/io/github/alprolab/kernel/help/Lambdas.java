package io.github.alprolab.kernel.help;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How a lambda begins, such as {@code t -> t.} where a {@code UnaryOperator<Trainer>} is due. */
final class Lambdas {
    private Lambdas() {}

    /**
     * The begin of a lambda of a type; empty for a type that is no functional interface.
     *
     * @param arguments of the type, which give the parameters their names
     */
    static Optional<String> begin(Class<?> type, String arguments) {
        if (!type.isAnnotationPresent(FunctionalInterface.class)) {
            return Optional.empty();
        }
        int count = abstractMethod(type).map(Method::getParameterCount).orElse(0);
        List<String> written = Signature.divided(arguments);
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            letters.add(letter(written.get(Math.min(i, written.size() - 1)), letters));
        }
        String parameters = String.join(", ", letters);
        String arrow = (count == 1 ? parameters : "(" + parameters + ")") + " -> ";
        return Optional.of(type == UnaryOperator.class ? arrow + parameters + "." : arrow);
    }

    private static Optional<Method> abstractMethod(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !Members.OF_OBJECT.contains(method.getName()))
                .findFirst();
    }

    /** The first letter of a type's name, or the next one that is free. */
    private static String letter(String type, List<String> taken) {
        String name = type.replaceAll("<.*|^\\s*\\?\\s*(?:super|extends)?", "").strip();
        String simple = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        char letter = simple.isEmpty() ? 'x' : simple.charAt(0);
        while (taken.contains(String.valueOf(letter))) {
            letter = letter == 'z' ? 'a' : (char) (letter + 1);
        }
        return String.valueOf(letter);
    }
}
