package io.github.alprolab.kernel.help;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/** What the cells have declared that is, or gives, a value of a type. */
final class OwnValues {
    private final JShell shell;
    private final Names names;

    OwnValues(JShell shell, Names names) {
        this.shell = shell;
        this.names = names;
    }

    /** Variables of a type, the newest first. */
    List<Match> variables(Class<?> type) {
        List<Match> found =
                declared()
                        .filter(v -> typeOf(v).filter(type::isAssignableFrom).isPresent())
                        .map(v -> new Match(v.name(), "instance", v.typeName()))
                        .toList();
        return reversed(found);
    }

    /**
     * Calls without arguments on variables that give a value of a type, such as {@code run.best()}.
     *
     * @param method is left out: who sets a device does not look for the one that is set
     */
    List<Match> given(Class<?> type, String method) {
        return reversed(declared().toList()).stream()
                .flatMap(variable -> given(variable, type, method))
                .toList();
    }

    private Stream<Match> given(VarSnippet variable, Class<?> type, String method) {
        return typeOf(variable)
                .filter(found -> !type.isAssignableFrom(found))
                .map(found -> Arrays.stream(found.getMethods()))
                .orElse(Stream.of())
                .filter(one -> isReader(one) && type.isAssignableFrom(one.getReturnType()))
                .map(Method::getName)
                .filter(name -> !name.equals(method))
                .distinct()
                .sorted()
                .map(name -> new Match(variable.name() + "." + name + "()", "function"));
    }

    private static boolean isReader(Method method) {
        return method.getParameterCount() == 0
                && !method.isBridge()
                && !Modifier.isStatic(method.getModifiers());
    }

    private Stream<VarSnippet> declared() {
        return shell.variables()
                .filter(v -> shell.status(v).isActive() && !v.name().startsWith("$"));
    }

    private Optional<Class<?>> typeOf(VarSnippet variable) {
        return names.resolve(variable.typeName());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
