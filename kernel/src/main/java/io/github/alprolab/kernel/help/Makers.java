package io.github.alprolab.kernel.help;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Constants and static factories that give values of a type: its own, then those of others. */
final class Makers {
    /** Reflection copies all methods of a class each time it is asked. */
    private static final ClassValue<List<Method>> STATIC =
            new ClassValue<>() {
                @Override
                protected List<Method> computeValue(Class<?> type) {
                    return Arrays.stream(type.getMethods())
                            .filter(method -> Modifier.isStatic(method.getModifiers()))
                            .filter(method -> method.getDeclaringClass() == type)
                            .toList();
                }
            };

    private final Names names;
    private final List<Class<?>> others;
    private final BiPredicate<Class<?>, String> plumbing;

    /**
     * Looks in types whose names cells know too.
     *
     * @param others are looked through beside these
     * @param plumbing tells of a class and a method's name whether nobody looks for it there
     */
    Makers(Names names, List<Class<?>> others, BiPredicate<Class<?>, String> plumbing) {
        this.names = names;
        this.others = others;
        this.plumbing = plumbing;
    }

    /** With the name of the type that declares them, as a cell may write it. */
    List<Match> of(Class<?> type) {
        List<Match> found = new ArrayList<>(constants(type));
        if (!type.isEnum()) {
            found.addAll(factories(type, type));
            Set<Class<?>> all = new LinkedHashSet<>(others);
            all.addAll(names.known());
            all.remove(type);
            all.forEach(other -> found.addAll(factories(other, type)));
        }
        return found;
    }

    private List<Match> constants(Class<?> type) {
        List<Field> fields =
                Arrays.stream(type.getFields()).filter(field -> isConstant(field, type)).toList();
        String name = fields.isEmpty() ? "" : names.write(type);
        return fields.stream()
                .map(field -> new Match(name + "." + field.getName(), "instance", name))
                .toList();
    }

    private List<Match> factories(Class<?> owner, Class<?> type) {
        Stream<Method> makes =
                STATIC.get(owner).stream()
                        .filter(method -> type.isAssignableFrom(method.getReturnType()))
                        .filter(method -> !plumbing.test(owner, method.getName()));
        Map<String, List<Method>> calls = Members.byName(makes);
        String name = calls.isEmpty() ? "" : names.write(owner);
        return calls.entrySet().stream()
                .map(
                        e ->
                                new Match(
                                        name + "." + e.getKey(),
                                        "function",
                                        Members.text(e.getValue())))
                .toList();
    }

    private static boolean isConstant(Field field, Class<?> type) {
        return Modifier.isStatic(field.getModifiers())
                && Modifier.isFinal(field.getModifiers())
                && type.isAssignableFrom(field.getType());
    }
}
