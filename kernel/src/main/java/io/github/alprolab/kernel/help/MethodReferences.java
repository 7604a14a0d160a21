package io.github.alprolab.kernel.help;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Methods behind the two colons of {@code String::length}, of which JShell knows the static. */
final class MethodReferences {
    private static final Pattern OF_TYPE =
            Pattern.compile("([\\p{L}_$][\\w.$]*)(?:<[^<>()]*>)?\\s*::\\s*(\\w*)$");

    private final Names names;

    MethodReferences(Names names) {
        this.names = names;
    }

    /** The methods of the type before an index; none where no type stands there. */
    List<Match> at(String code, int index) {
        Matcher found = OF_TYPE.matcher(code).region(0, index);
        return found.find()
                ? names.resolve(found.group(1)).map(Members::references).orElse(List.of()).stream()
                        .filter(match -> match.text().startsWith(found.group(2)))
                        .toList()
                : List.of();
    }
}
