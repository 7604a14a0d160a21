package io.github.spencerpark.jupyter.kernel.magic.registry;

import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.api.MagicRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The magics of the kernel. */
public final class Magics {
    private final MagicRegistry registry;

    /** Those of a registry. */
    public Magics(MagicRegistry registry) {
        this.registry = registry;
    }

    /** Calls a line magic; the caller says which type its value has. */
    @SuppressWarnings("unchecked") // as in IJava: a wrong type fails where the value is used
    public <T> T applyLineMagic(String name, List<String> arguments) throws Exception {
        return (T) registry.call(MagicCall.line(name, arguments));
    }

    /** Calls a cell magic; the caller says which type its value has. */
    @SuppressWarnings("unchecked") // as in IJava: a wrong type fails where the value is used
    public <T> T applyCellMagic(String name, List<String> arguments, String body) throws Exception {
        return (T) registry.call(MagicCall.line(name, arguments).above(body));
    }

    /** Adds a line magic. */
    public void registerLineMagic(String name, LineMagicFunction<?> magic) {
        registry.registerLineMagic(name, magic::execute);
    }

    /** Adds a cell magic. */
    public void registerCellMagic(String name, CellMagicFunction<?> magic) {
        registry.registerCellMagic(name, magic::execute);
    }

    /** Adds a magic that may stand on a line and above a cell. */
    public <T extends LineMagicFunction<?> & CellMagicFunction<?>> void registerLineCellMagic(
            String name, T magic) {
        registerLineMagic(name, magic);
        registerCellMagic(name, magic);
    }

    /** Adds the methods of an object that {@link LineMagic} and {@link CellMagic} name. */
    public void registerMagics(Object magics) {
        registerMagics(magics.getClass(), magics);
    }

    /** Adds the static methods of a class that {@link LineMagic} and {@link CellMagic} name. */
    public void registerMagics(Class<?> magics) {
        registerMagics(magics, null);
    }

    private void registerMagics(Class<?> type, Object owner) {
        for (Method method : type.getDeclaredMethods()) {
            LineMagic line = method.getAnnotation(LineMagic.class);
            CellMagic cell = method.getAnnotation(CellMagic.class);
            if (line == null && cell == null) {
                continue;
            }
            require(owner != null || Modifier.isStatic(method.getModifiers()), method);
            method.setAccessible(true);
            if (line != null) {
                names(method, line.value(), line.aliases())
                        .forEach(n -> registerLineMagic(n, a -> call(method, owner, a, null)));
            }
            if (cell != null) {
                names(method, cell.value(), cell.aliases())
                        .forEach(n -> registerCellMagic(n, (a, b) -> call(method, owner, a, b)));
            }
        }
    }

    private static void require(boolean isReachable, Method method) {
        List<Class<?>> given = List.of(method.getParameterTypes());
        boolean takes =
                given.equals(List.of(List.class, String.class).subList(0, given.size() % 3));
        if (!isReachable || !takes) {
            throw new MagicException(
                    method.getName()
                            + " cannot be a magic: it takes nothing, a List<String>, or a"
                            + " List<String> and a String, and is static unless registerMagics is"
                            + " given an object.");
        }
    }

    private static List<String> names(Method method, String name, String... aliases) {
        List<String> names = new ArrayList<>(List.of(aliases));
        names.add(0, name.isEmpty() ? method.getName() : name);
        return names;
    }

    private static Object call(Method method, Object owner, List<String> arguments, String body)
            throws Exception {
        Object[] given =
                switch (method.getParameterCount()) {
                    case 0 -> new Object[0];
                    case 1 -> new Object[] {arguments};
                    default -> new Object[] {arguments, body};
                };
        try {
            return method.invoke(owner, given);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }
}
