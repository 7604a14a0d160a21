package io.github.alprolab.dsl.reading;

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
 * @param refused calls that are refused although they give a value, such as {@code Entities.save}
 * @param functions of one string, by their whole name, such as {@code Path.of}
 */
public record KnownNames(
        Map<String, Class<?>> nouns,
        Set<Class<?>> values,
        Set<String> refused,
        Map<String, Function<String, Object>> functions) {

    /** Keeps what is there now. */
    public KnownNames {
        nouns = Map.copyOf(nouns);
        values = Set.copyOf(values);
        refused = Set.copyOf(refused);
        functions = Map.copyOf(functions);
    }

    /** Of types, all of them nouns, and of types that are values alone. */
    public static KnownNames of(List<Class<?>> nouns, List<Class<?>> others, Set<String> refused) {
        Map<String, Class<?>> named = new LinkedHashMap<>();
        nouns.forEach(type -> named.put(type.getSimpleName(), type));
        Set<Class<?>> values = new HashSet<>(nouns);
        values.addAll(others);
        return new KnownNames(named, values, refused, Map.of());
    }

    boolean refuses(Class<?> type, String call) {
        return refused.contains(type.getSimpleName() + "." + call);
    }

    /** With a function of one string. */
    public KnownNames function(String name, Function<String, Object> function) {
        Map<String, Function<String, Object>> all = new LinkedHashMap<>(functions);
        all.put(name, function);
        return new KnownNames(nouns, values, refused, all);
    }
}
