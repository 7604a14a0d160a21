package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.api.MagicCall;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables of cells in what stands behind a magic, {@code %maven g:a:\{version}}, as
 * rapaio-jupyter-kernel writes them. What names no variable stays as it is.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\\\\\{\\s*([\\p{L}_$][\\w$]*)\\s*}");

    private Placeholders() {}

    /** The call with values in their places. */
    static MagicCall fill(
            MagicCall call, Predicate<String> isVariable, Function<String, Object> value) {
        Function<String, String> fill =
                text ->
                        PLACEHOLDER
                                .matcher(text)
                                .replaceAll(
                                        place ->
                                                filled(
                                                        place.group(),
                                                        place.group(1),
                                                        isVariable,
                                                        value));
        MagicCall line = MagicCall.line(call.name(), fill.apply(call.text()));
        return call.body().map(fill).map(line::above).orElse(line);
    }

    private static String filled(
            String placeholder,
            String name,
            Predicate<String> isVariable,
            Function<String, Object> value) {
        return Matcher.quoteReplacement(
                isVariable.test(name) ? String.valueOf(value.apply(name)) : placeholder);
    }
}
