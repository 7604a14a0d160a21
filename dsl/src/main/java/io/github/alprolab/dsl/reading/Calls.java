package io.github.alprolab.dsl.reading;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Public calls and constants of allowed types that give values of allowed types. */
final class Calls {
    /** A value with the type that it is called by. */
    record Typed(Object value, Class<?> type) {}

    private final KnownNames words;

    Calls(KnownNames words) {
        this.words = words;
    }

    Typed constant(Class<?> noun, String name) {
        try {
            Field field = noun.getField(name);
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers)
                    && Modifier.isFinal(modifiers)
                    && words.values().contains(field.getType())) {
                return new Typed(field.get(null), field.getType());
            }
        } catch (NoSuchFieldException | IllegalAccessException e) {
            throw unknown(noun, name);
        }
        throw unknown(noun, name);
    }

    Typed made(Class<?> noun, List<Object> arguments) {
        Constructor<?> chosen =
                chosen(Stream.of(noun.getConstructors()), arguments)
                        .orElseThrow(() -> unknown(noun, "new"));
        return new Typed(invoked(() -> chosen.newInstance(passed(chosen, arguments))), noun);
    }

    Typed onNoun(Class<?> noun, String name, List<Object> arguments) {
        return called(noun, null, name, arguments);
    }

    Typed onValue(Typed owner, String name, List<Object> arguments) {
        Class<?> own = owner.value().getClass();
        Class<?> type = words.values().contains(own) ? own : owner.type();
        if (!words.values().contains(type)) {
            throw unknown(type, name);
        }
        return called(type, owner.value(), name, arguments);
    }

    private Typed called(Class<?> type, Object owner, String name, List<Object> arguments) {
        Method chosen =
                chosen(
                                Stream.of(type.getMethods())
                                        .filter(m -> m.getName().equals(name))
                                        .filter(
                                                m ->
                                                        Modifier.isStatic(m.getModifiers())
                                                                == (owner == null))
                                        .filter(m -> words.values().contains(m.getReturnType()))
                                        .filter(m -> !words.refuses(type, name)),
                                arguments)
                        .orElseThrow(() -> unknown(type, name));
        Object value = invoked(() -> chosen.invoke(owner, passed(chosen, arguments)));
        return new Typed(value, chosen.getReturnType());
    }

    /**
     * One that takes the arguments, an exact number of them before any number, int before double.
     */
    private static <E extends Executable> Optional<E> chosen(
            Stream<E> candidates, List<Object> arguments) {
        return candidates
                .filter(m -> Arguments.fit(m, arguments))
                .min(
                        Comparator.comparing(Executable::isVarArgs)
                                .thenComparing(m -> Arguments.widened(m, arguments)));
    }

    private static Object[] passed(Executable call, List<Object> arguments) {
        return Arguments.passed(call, arguments);
    }

    private interface Invocation {
        Object value() throws ReflectiveOperationException;
    }

    /** What the call itself refuses is told as the call tells it. */
    private static Object invoked(Invocation invocation) {
        try {
            return invocation.value();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CodeException unknown(Class<?> type, String name) {
        return new CodeException(
                type.getSimpleName() + "." + name, "is no setting that a record may name");
    }
}
