package io.github.alprolab.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/**
 * The loader of snippet classes. A re-declared variable is a static field of a new class, so the
 * older field of that name is emptied: its value would otherwise live as long as the kernel.
 */
final class SnippetClasses implements LoaderDelegate {
    /** How many unnamed results stay reachable as {@code $1}, {@code $2}, … */
    private static final int UNNAMED_KEPT = 3;

    private static final Pattern UNNAMED = Pattern.compile("\\$\\d+");

    private final Loader loader = new Loader(Thread.currentThread().getContextClassLoader());
    private final Map<String, Field> variables = new HashMap<>();
    private final List<Field> unnamed = new ArrayList<>();

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        boolean[] loaded = new boolean[classes.length];
        for (ClassBytecodes one : classes) {
            loader.code.put(one.name(), one.bytecodes());
        }
        try {
            for (int i = 0; i < classes.length; i++) {
                Class<?> type = loader.loadClass(classes[i].name());
                type.getDeclaredMethods(); // links now, so that a faulty class fails here
                track(type);
                loaded[i] = true;
            }
        } catch (Throwable e) {
            throw new ClassInstallException("A cell's class could not be loaded: " + e, loaded);
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        for (ClassBytecodes one : classes) {
            loader.code.put(one.name(), one.bytecodes());
        }
    }

    @Override
    public void addToClasspath(String path) {
        throw new UnsupportedOperationException("The class path of a running kernel is fixed");
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    ClassLoader loader() {
        return loader;
    }

    /** The present value of a variable of a cell, where there is one. */
    Optional<Object> value(String variable) {
        Field field = variables.get(variable);
        try {
            return field == null ? Optional.empty() : Optional.ofNullable(field.get(null));
        } catch (IllegalAccessException e) {
            return Optional.empty();
        }
    }

    /** Frees a variable that was dropped. */
    void drop(String variable) {
        empty(variables.remove(variable));
    }

    private void track(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers)
                    && Modifier.isPublic(modifiers)
                    && !Modifier.isFinal(modifiers)
                    && type.getName().contains("$JShell$")) {
                field.setAccessible(true); // JShell's classes are not public
                empty(variables.put(field.getName(), field));
                if (UNNAMED.matcher(field.getName()).matches()) {
                    unnamed.add(field);
                }
            }
        }
        while (unnamed.size() > UNNAMED_KEPT) {
            empty(unnamed.remove(0));
        }
    }

    private static void empty(Field field) {
        if (field != null && !field.getType().isPrimitive()) {
            try {
                field.set(null, null);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(
                        "A variable's own class refuses access to " + field.getName(), e);
            }
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> code = new HashMap<>();

        Loader(ClassLoader parent) {
            super("cells", parent);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = code.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] woven = StopChecks.weave(bytes);
            return defineClass(name, woven, 0, woven.length);
        }
    }
}
