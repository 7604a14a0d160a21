package io.github.alprolab.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import jdk.jshell.JShell;

/**
 * Access to what JShell keeps to itself, where the JVM was started with {@code --add-opens
 * jdk.jshell/jdk.jshell=ALL-UNNAMED}. Whoever uses it must work without it too.
 */
final class JShellInternals {
    private JShellInternals() {}

    static boolean areOpen() {
        Module jshell = JShell.class.getModule();
        return jshell.isOpen(JShell.class.getPackageName(), JShellInternals.class.getModule());
    }

    /**
     * The value of a field, or of a field of that value and so on; each of its owner's own class.
     */
    static Object read(Object object, String... path) throws ReflectiveOperationException {
        Object value = object;
        for (String field : path) {
            Field found = value.getClass().getDeclaredField(field);
            found.setAccessible(true);
            value = found.get(value);
        }
        return value;
    }

    static Method method(Class<?> owner, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method found = owner.getDeclaredMethod(name, parameters);
        found.setAccessible(true);
        return found;
    }
}
