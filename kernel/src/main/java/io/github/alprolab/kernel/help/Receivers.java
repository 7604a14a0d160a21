package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.session.Identifiers;
import io.github.alprolab.kernel.session.JavaSession;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/**
 * The class of what stands before a dot, by reflection and without a compiler: chains that begin
 * with a variable of the cells or with a type. It may be wrong where a lambda's parameter hides a
 * variable, so its user compares it with what the compiler offers.
 */
final class Receivers {
    private final JShell shell;
    private final Names names;

    private record Step(String name, boolean call) {}

    Receivers(JavaSession session, Names names) {
        this.shell = session.shell();
        this.names = names;
    }

    /** The class before the dot at an index. */
    Optional<Class<?>> before(String code, int dot) {
        Deque<Step> steps = steps(code, dot);
        if (steps.isEmpty() || steps.peek().call()) {
            return Optional.empty();
        }
        String root = steps.pop().name();
        Optional<Class<?>> type = variable(root);
        if (type.isEmpty()) {
            type = names.resolve(root);
        }
        while (type.isPresent() && !steps.isEmpty()) {
            type = member(type.get(), steps.pop());
        }
        return type;
    }

    private Optional<Class<?>> variable(String name) {
        return shell.variables()
                .filter(v -> v.name().equals(name) && shell.status(v).isActive())
                .findFirst()
                .map(VarSnippet::typeName)
                .flatMap(names::resolve);
    }

    /** The type of a field, of all methods of a name, or a nested type. */
    private static Optional<Class<?>> member(Class<?> owner, Step step) {
        Stream<Class<?>> types =
                step.call()
                        ? Arrays.stream(owner.getMethods())
                                .filter(m -> m.getName().equals(step.name()) && !m.isBridge())
                                .map(Method::getReturnType)
                        : Stream.concat(
                                Arrays.stream(owner.getFields())
                                        .filter(f -> f.getName().equals(step.name()))
                                        .map(Field::getType),
                                Arrays.stream(owner.getClasses())
                                        .filter(c -> c.getSimpleName().equals(step.name())));
        List<Class<?>> different = types.distinct().toList();
        return different.size() == 1 ? Optional.of(different.get(0)) : Optional.empty();
    }

    /** The names of a chain and whether each is called; empty where it is something else. */
    private static Deque<Step> steps(String code, int dot) {
        Deque<Step> steps = new ArrayDeque<>();
        int at = dot;
        while (at >= 0 && code.charAt(at) == '.') {
            int end = blanksBefore(code, at);
            boolean call = end > 0 && code.charAt(end - 1) == ')';
            if (call) {
                end = blanksBefore(code, openingOf(code, end - 1));
            }
            int start = Identifiers.start(code, end);
            if (start >= end) {
                return new ArrayDeque<>();
            }
            steps.push(new Step(code.substring(start, end), call));
            at = blanksBefore(code, start) - 1;
        }
        return steps;
    }

    private static int blanksBefore(String code, int end) {
        int at = end;
        while (at > 0 && Character.isWhitespace(code.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The parenthesis that another one closes, 0 where there is none. */
    static int openingOf(String code, int closing) {
        int depth = 0;
        for (int at = closing; at >= 0; at--) {
            depth += code.charAt(at) == ')' ? 1 : code.charAt(at) == '(' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return 0;
    }
}
