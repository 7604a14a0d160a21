package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.session.FrameCode;
import io.github.alprolab.kernel.session.Thrown;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs code in a stopped frame, on its thread, with the frame's variables and its object. */
final class Evaluation {
    private static final String THIS = "debugger$this";

    private final FrameCode code;
    private final Map<String, ShownFrame.Variable> variables;

    Evaluation(FrameCode code, ShownFrame frame) {
        this.code = code;
        this.variables = frame.variables();
    }

    /**
     * The value of an expression, or null for statements. Variables that it assigns change in the
     * frame.
     *
     * @throws Refused for code that does not compile or that throws, in words
     */
    Object run(String text) {
        Map<String, FrameCode.Named> names = new LinkedHashMap<>();
        String shown = withThis(text, names);
        variables.values().stream()
                .filter(variable -> !variable.local().isThis())
                .filter(variable -> occurs(variable.local().name(), text))
                .forEach(variable -> names.put(variable.local().name(), named(variable)));
        try {
            List<FrameCode.Named> given = new ArrayList<>(names.values());
            FrameCode.Given result = code.run(shown, given);
            for (int i = 0; i < given.size(); i++) {
                keep(given.get(i), result.after().get(i));
            }
            return result.value();
        } catch (IllegalArgumentException e) {
            throw new Refused(e.getMessage());
        } catch (InvocationTargetException e) {
            throw new Refused(Texts.failure(e.getCause()));
        }
    }

    /** The object's own fields may be named without it, as in the method itself. */
    private String withThis(String text, Map<String, FrameCode.Named> names) {
        ShownFrame.Variable object = variables.get("this");
        if (object == null) {
            return text;
        }
        String changed = text.replaceAll("\\bthis\\b", Matcher.quoteReplacement(THIS));
        Class<?> type = object.value().getClass();
        String name = TypeNames.of(object.local().generic());
        if (occurs("this", text)) {
            names.put(THIS, new FrameCode.Named(THIS, name, object.value()));
        }
        Parts.of(object.value()).stream()
                .filter(part -> occurs(part.name(), text) && !variables.containsKey(part.name()))
                .forEach(part -> names.put(part.name(), ofField(type, part)));
        return changed;
    }

    private static FrameCode.Named ofField(Class<?> owner, Parts.Part part) {
        String type =
                Parts.fields(owner).stream()
                        .filter(field -> field.getName().equals(part.name()))
                        .map(
                                field ->
                                        owner.getTypeParameters().length == 0
                                                ? field.getGenericType()
                                                : field.getType())
                        .map(written -> Thrown.plain(written.getTypeName()).replace('$', '.'))
                        .findFirst()
                        .orElse("Object");
        return new FrameCode.Named(part.name(), type, part.value());
    }

    private static FrameCode.Named named(ShownFrame.Variable variable) {
        Local local = variable.local();
        return new FrameCode.Named(local.name(), TypeNames.of(local.generic()), variable.value());
    }

    /** Not behind a dot, where it is a member of something else. */
    private static boolean occurs(String name, String text) {
        return Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text)
                .find();
    }

    private void keep(FrameCode.Named before, Object after) {
        if (same(before.value(), after)) {
            return;
        }
        ShownFrame.Variable variable = variables.get(before.name());
        if (variable == null) {
            PartChange.set(variables.get("this").value(), before.name(), after);
        } else if (variable.kept()) {
            variable.values()[variable.index()] = after;
        } else {
            throw new Refused("Only variables of the innermost frame can be changed.");
        }
    }

    /** Boxes of equal numbers are the same; other objects only themselves. */
    private static boolean same(Object before, Object after) {
        boolean boxed =
                before instanceof Number
                        || before instanceof Boolean
                        || before instanceof Character;
        return boxed ? Objects.equals(before, after) : before == after;
    }
}
