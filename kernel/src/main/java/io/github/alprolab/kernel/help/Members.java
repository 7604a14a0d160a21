package io.github.alprolab.kernel.help;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public members of classes with kinds and signatures, by name. Signatures are written when
 * they are asked for, which of most members they never are.
 */
final class Members {
    private final Map<String, Supplier<Match>> found = new HashMap<>();

    /** Adds a class's own and inherited members; what is known already stays. */
    void add(Class<?> type) {
        byName(withObject(type)).forEach((call, all) -> put(call, "function", () -> text(all)));
        for (Field field : type.getFields()) {
            String kind = field.isEnumConstant() ? "instance" : "property";
            put(field.getName(), kind, () -> text(field));
        }
        for (Class<?> nested : type.getClasses()) {
            put(nested.getSimpleName(), "class", nested::getSimpleName);
        }
        if (type.isArray()) {
            put("length", "property", () -> "int length");
        }
        found.putIfAbsent("class", () -> new Match("class", "keyword"));
    }

    private void put(String name, String kind, Supplier<String> signature) {
        found.putIfAbsent(name, () -> new Match(name, kind, signature.get()));
    }

    Optional<Match> find(String continuation) {
        return Optional.ofNullable(found.get(continuation)).map(Supplier::get);
    }

    /** The methods of a class as a reference names them; those of every object are left out. */
    static List<Match> references(Class<?> type) {
        return byName(withObject(type).filter(m -> m.getDeclaringClass() != Object.class))
                .values()
                .stream()
                .map(all -> new Match(all.get(0).getName(), "function", text(all)))
                .toList();
    }

    /** An interface inherits nothing from Object, its values do. */
    private static Stream<Method> withObject(Class<?> type) {
        return type.isInterface()
                ? Stream.of(type, Object.class).flatMap(c -> Arrays.stream(c.getMethods()))
                : Arrays.stream(type.getMethods());
    }

    /**
     * Methods as JShell offers them: {@code name()} where none has parameters, else {@code name(}.
     */
    static Map<String, List<Method>> byName(Stream<Method> methods) {
        Map<String, List<Method>> byCall = new TreeMap<>();
        methods.filter(method -> !method.isBridge())
                .sorted(Comparator.comparing(Method::getParameterCount))
                .collect(Collectors.groupingBy(Method::getName))
                .forEach((name, all) -> byCall.put(name + call(all), all));
        return byCall;
    }

    private static String call(List<Method> overloads) {
        return overloads.stream().allMatch(m -> m.getParameterCount() == 0) ? "()" : "(";
    }

    static String text(List<Method> overloads) {
        List<String> all = overloads.stream().map(Members::text).distinct().toList();
        return all.get(all.size() - 1) + (all.size() > 1 ? " (+" + (all.size() - 1) + ")" : "");
    }

    private static String text(Field field) {
        return simple(field.getGenericType()) + " " + field.getName();
    }

    /** A method as {@code Trainer epochs(int count)}. */
    private static String text(Method method) {
        List<String> parameters = new ArrayList<>();
        for (Parameter one : method.getParameters()) {
            String type = simple(one.getParameterizedType());
            String shown = one.isVarArgs() ? type.replaceAll("\\[]$", "...") : type;
            parameters.add(one.isNamePresent() ? shown + " " + one.getName() : shown);
        }
        return simple(method.getGenericReturnType())
                + " "
                + method.getName()
                + "("
                + String.join(", ", parameters)
                + ")";
    }

    /** A type's name without packages. */
    static String simple(Type type) {
        return type.getTypeName().replaceAll("(?:[\\w$]+[.$])+(?=[\\p{L}_])", "");
    }
}
