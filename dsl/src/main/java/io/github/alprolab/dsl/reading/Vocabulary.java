package io.github.alprolab.dsl.reading;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What code may name; everything else is refused.
 *
 * @param nouns types whose constants and factories may be named, by their simple name
 * @param values types that calls may give and be made on, the nouns among them
 * @param refused calls that are refused although they give a value: {@code save} of every type,
 *     {@code Entities.file} of one
 * @param functions of one string, by their whole name, such as {@code Path.of}
 */
public record Vocabulary(
        Map<String, Class<?>> nouns,
        Set<Class<?>> values,
        Set<String> refused,
        Map<String, Function<String, Object>> functions) {

    /** Keeps what is there now. */
    public Vocabulary {
        nouns = Map.copyOf(nouns);
        values = Set.copyOf(values);
        refused = Set.copyOf(refused);
        functions = Map.copyOf(functions);
    }

    /** Of types, all of them nouns, and of types that are values alone. */
    public static Vocabulary of(List<Class<?>> nouns, List<Class<?>> others, Set<String> refused) {
        Map<String, Class<?>> named = new LinkedHashMap<>();
        nouns.forEach(type -> named.put(type.getSimpleName(), type));
        Set<Class<?>> values = new HashSet<>(nouns);
        values.addAll(others);
        return new Vocabulary(named, values, refused, Map.of());
    }

    /** Whether a call of this method is refused. */
    boolean refuses(Method method) {
        String type = method.getDeclaringClass().getSimpleName();
        return refused.contains(method.getName())
                || refused.contains(type + "." + method.getName());
    }

    /** With a function of one string. */
    public Vocabulary function(String name, Function<String, Object> function) {
        Map<String, Function<String, Object>> all = new LinkedHashMap<>(functions);
        all.put(name, function);
        return new Vocabulary(nouns, values, refused, all);
    }
}
