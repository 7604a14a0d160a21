package io.github.alprolab.kernel.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value of a library that the kernel does not have itself: whichever version cells have, its
 * methods are called by their names.
 */
record LibraryValue(Object value) {

    /** Whether a class is of a type of this name, by itself or by what it extends or implements. */
    static boolean isA(Class<?> type, String name) {
        return type != null
                && (type.getName().equals(name)
                        || isA(type.getSuperclass(), name)
                        || Stream.of(type.getInterfaces()).anyMatch(one -> isA(one, name)));
    }

    /** What a method without parameters returns. */
    Object get(String method) {
        return method(method).call();
    }

    /** The same of a text; empty for null. */
    String text(String method) {
        Object text = get(method);
        return text == null ? "" : text.toString();
    }

    /** A public method with these parameters. */
    Call method(String name, Class<?>... parameters) {
        try {
            Method method = value.getClass().getMethod(name, parameters);
            method.setAccessible(true); // of a class that may be no public one
            return arguments -> invoke(method, value, arguments);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    "This version of the library has no method " + e.getMessage(), e);
        }
    }

    /** Calls a public static method that takes these, none of them null. */
    Object callStatic(String className, String name, Object... arguments)
            throws ClassNotFoundException {
        for (Method method : loaded(className).getMethods()) {
            if (method.getName().equals(name) && takes(method.getParameterTypes(), arguments)) {
                return invoke(method, null, arguments);
            }
        }
        throw new ClassNotFoundException(className + " with a method " + name);
    }

    private static boolean takes(Class<?>[] types, Object... arguments) {
        return types.length == arguments.length
                && IntStream.range(0, types.length)
                        .allMatch(i -> types[i].isInstance(arguments[i]));
    }

    /** A class of the library. */
    Class<?> loaded(String className) throws ClassNotFoundException {
        return Class.forName(className, true, value.getClass().getClassLoader());
    }

    /** A method to call. */
    @FunctionalInterface
    interface Call {
        Object call(Object... arguments);
    }

    private static Object invoke(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw LibraryValue.<RuntimeException>unchecked(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the library threw, as it is. */
    @SuppressWarnings("unchecked") // whatever it is, nobody here catches it by its type
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
