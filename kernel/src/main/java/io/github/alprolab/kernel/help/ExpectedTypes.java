package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.help.Signature.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * The types of which a value is expected where an argument or an initialiser begins.
 *
 * @param prefix what of the value is written, in small letters
 * @param types of all overloads, none twice
 * @param method whose argument it is; empty for a variable's value
 */
record ExpectedTypes(String prefix, List<Parameter> types, String method) {
    private static final Pattern NAME_BEGUN = Pattern.compile("\\s*([\\p{L}_$][\\w$]*)?");

    private static final Pattern INITIALISER =
            Pattern.compile(
                    "(?:^|[;{}\\n])\\s*(?:final\\s+)?([\\w.$]+(?:<[^;=]*>)?)\\s+\\w+\\s*=$");

    private static final Pattern CALLED = Pattern.compile("([\\p{L}_$][\\w$]*)\\s*\\($");

    /** For the place before an index; empty where more than a part of a name is written. */
    static Optional<ExpectedTypes> at(
            SourceCodeAnalysis analysis, String code, int index, Place place) {
        int start =
                place.call().map(Place.Call::start).orElse(code.lastIndexOf('=', index - 1) + 1);
        Matcher begun = NAME_BEGUN.matcher(code.substring(Math.min(start, index), index));
        if (start == 0 || !begun.matches()) {
            return Optional.empty();
        }
        String prefix = begun.group(1) == null ? "" : begun.group(1).toLowerCase(Locale.ROOT);
        String before = code.substring(0, start);
        return Optional.of(
                place.call()
                        .map(call -> ofArgument(analysis, prefix, before, call))
                        .orElseGet(() -> new ExpectedTypes(prefix, declared(before), "")));
    }

    private static ExpectedTypes ofArgument(
            SourceCodeAnalysis analysis, String prefix, String before, Place.Call call) {
        List<Parameter> types =
                analysis.documentation(before, before.length(), false).stream()
                        .map(Documentation::signature)
                        .map(Signature::of)
                        .flatMap(signature -> signature.parameter(call.argument()).stream())
                        .map(ExpectedTypes::unnamed)
                        .distinct()
                        .toList();
        Matcher called = CALLED.matcher(before.substring(0, call.open() + 1));
        return new ExpectedTypes(prefix, types, called.find() ? called.group(1) : "");
    }

    private static Parameter unnamed(Parameter one) {
        return new Parameter(one.type().replace("...", ""), "", one.arguments());
    }

    private static List<Parameter> declared(String before) {
        Matcher declaration = INITIALISER.matcher(before);
        return declaration.find() ? Signature.parametersOf(declaration.group(1)) : List.of();
    }
}
