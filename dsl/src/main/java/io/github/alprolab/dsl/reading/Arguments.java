package io.github.alprolab.dsl.reading;

import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Arguments that were read, as a call takes them. */
final class Arguments {
    private static final Map<Class<?>, Class<?>> BOXED =
            Map.of(
                    int.class, Integer.class,
                    long.class, Long.class,
                    double.class, Double.class,
                    boolean.class, Boolean.class);

    private Arguments() {}

    /** Whether a call takes them. */
    static boolean fit(Executable call, List<Object> arguments) {
        Class<?>[] types = call.getParameterTypes();
        int fixed = call.isVarArgs() ? types.length - 1 : types.length;
        if (call.isVarArgs() ? arguments.size() < fixed : arguments.size() != fixed) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!fits(type(call, i), arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many of them are whole numbers that a call takes as another kind of number. */
    static int widened(Executable call, List<Object> arguments) {
        int count = 0;
        for (int i = 0; i < arguments.size(); i++) {
            count += boxed(type(call, i)).isInstance(arguments.get(i)) ? 0 : 1;
        }
        return count;
    }

    /** As the call takes them. */
    static Object[] passed(Executable call, List<Object> arguments) {
        Class<?>[] types = call.getParameterTypes();
        Object[] all = new Object[types.length];
        int fixed = call.isVarArgs() ? types.length - 1 : types.length;
        for (int i = 0; i < fixed; i++) {
            all[i] = as(types[i], arguments.get(i));
        }
        if (call.isVarArgs()) {
            Class<?> type = types[fixed].getComponentType();
            Object rest = Array.newInstance(type, arguments.size() - fixed);
            for (int i = fixed; i < arguments.size(); i++) {
                Array.set(rest, i - fixed, as(type, arguments.get(i)));
            }
            all[fixed] = rest;
        }
        return all;
    }

    private static Class<?> type(Executable call, int place) {
        Class<?>[] types = call.getParameterTypes();
        boolean rest = call.isVarArgs() && place >= types.length - 1;
        return rest ? types[types.length - 1].getComponentType() : types[place];
    }

    private static boolean fits(Class<?> type, Object argument) {
        boolean edit = argument instanceof UnaryOperator<?>;
        return edit ? type == UnaryOperator.class : boxed(type).isInstance(as(type, argument));
    }

    /** A whole number where a larger kind is taken; everything else as it is. */
    private static Object as(Class<?> type, Object argument) {
        if (argument instanceof Integer whole && type == double.class) {
            return (double) whole;
        }
        boolean larger = argument instanceof Integer && type == long.class;
        return larger ? Long.valueOf((Integer) argument) : argument;
    }

    private static Class<?> boxed(Class<?> type) {
        return BOXED.getOrDefault(type, type);
    }
}
