package io.github.alprolab.kernel.help;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * Values that an argument or a declared variable may take: constants of an enum, constants and
 * static factories of another type. Written with their type's name, so that they can be chosen
 * without knowing it.
 */
final class ExpectedValues {
    private static final Pattern NAME_BEGUN = Pattern.compile("\\s*([\\p{L}_$][\\w$]*)?");

    private static final Pattern INITIALISER =
            Pattern.compile(
                    "(?:^|[;{}\\n])\\s*(?:final\\s+)?([\\w.$]+(?:<[^;=]*>)?)\\s+\\w+\\s*=$");

    private final SourceCodeAnalysis analysis;
    private final Names names;

    ExpectedValues(SourceCodeAnalysis analysis, Names names) {
        this.analysis = analysis;
        this.names = names;
    }

    /** Values for the place before an index at which nothing or a part of a name is written. */
    List<Match> at(String code, int index, Place place) {
        int start =
                place.call().map(Place.Call::start).orElse(code.lastIndexOf('=', index - 1) + 1);
        Matcher begun = NAME_BEGUN.matcher(code.substring(Math.min(start, index), index));
        if (start == 0 || !begun.matches()) {
            return List.of();
        }
        String prefix = begun.group(1) == null ? "" : begun.group(1).toLowerCase(Locale.ROOT);
        Stream<String> types =
                place.call().isPresent()
                        ? parameterTypes(code.substring(0, start), place.call().get())
                        : declaredType(code.substring(0, start)).stream();
        return types.flatMap(this::values).filter(m -> begins(m, prefix)).distinct().toList();
    }

    private Stream<String> parameterTypes(String before, Place.Call call) {
        return analysis.documentation(before, before.length(), false).stream()
                .map(Documentation::signature)
                .map(Signature::of)
                .flatMap(signature -> signature.parameter(call.argument()).stream())
                .map(parameter -> parameter.type().replace("...", ""))
                .distinct();
    }

    private static Optional<String> declaredType(String before) {
        Matcher declaration = INITIALISER.matcher(before);
        return declaration.find() ? Optional.of(declaration.group(1)) : Optional.empty();
    }

    private Stream<Match> values(String type) {
        if (type.equals("boolean")) {
            return Stream.of(new Match("false", "keyword"), new Match("true", "keyword"));
        }
        return names.resolve(type)
                .filter(found -> found.getPackage() == null || !isBasic(found))
                .map(this::ofType)
                .orElse(Stream.of());
    }

    /** Strings and boxed numbers have factories too, but nobody wants to see them. */
    private static boolean isBasic(Class<?> type) {
        return type.getPackageName().equals("java.lang");
    }

    private Stream<Match> ofType(Class<?> type) {
        String name = names.write(type);
        Stream<Match> constants =
                Arrays.stream(type.getFields())
                        .filter(field -> isConstant(field, type))
                        .map(field -> new Match(name + "." + field.getName(), "instance", name));
        if (type.isEnum()) {
            return constants;
        }
        Stream<Match> factories =
                Members.byName(Arrays.stream(type.getMethods()).filter(m -> isFactory(m, type)))
                        .entrySet()
                        .stream()
                        .map(
                                e ->
                                        new Match(
                                                name + "." + e.getKey(),
                                                "function",
                                                Members.text(e.getValue())));
        return Stream.concat(constants, factories);
    }

    private static boolean isConstant(Field field, Class<?> type) {
        return Modifier.isStatic(field.getModifiers())
                && Modifier.isFinal(field.getModifiers())
                && type.isAssignableFrom(field.getType());
    }

    private static boolean isFactory(Method method, Class<?> type) {
        return Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() == type
                && type.isAssignableFrom(method.getReturnType());
    }

    /** Whether the whole text or its last name goes on from what is typed. */
    private static boolean begins(Match match, String prefix) {
        String text = match.text().toLowerCase(Locale.ROOT);
        return text.startsWith(prefix)
                || text.substring(text.lastIndexOf('.') + 1).startsWith(prefix);
    }
}
