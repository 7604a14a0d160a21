package io.github.alprolab.kernel.session;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What JShell knows that may stand at the end of some code; a method ends with a parenthesis. */
record KnownNames(SourceCodeAnalysis analysis) {
    private static final Pattern TYPE = Pattern.compile("\\p{Lu}\\w*\\p{Ll}\\w*");

    private static final Set<String> OF_OBJECT =
            Arrays.stream(Object.class.getMethods())
                    .map(method -> method.getName())
                    .collect(Collectors.toUnmodifiableSet());

    /** All that may be written behind some code. */
    List<String> behind(String before) {
        return analysis.completionSuggestions(before, before.length(), new int[1]).stream()
                .map(Suggestion::continuation)
                .toList();
    }

    /** The calls of one method with the types of their parameters. */
    List<String> calls(String before, String method) {
        String code = before + method + "(";
        return analysis.documentation(code, code.length(), false).stream()
                .map(Documentation::signature)
                .filter(signature -> signature.contains(method + "("))
                .map(signature -> Signatures.call(signature, method))
                .distinct()
                .toList();
    }

    static List<String> fields(List<String> known) {
        return known.stream()
                .filter(text -> !isMethod(text) && !text.equals("class"))
                .filter(text -> !isType(text) && !text.endsWith("."))
                .distinct()
                .toList();
    }

    /** Names of methods that not every object has. */
    static List<String> methods(List<String> known) {
        return known.stream()
                .filter(KnownNames::isMethod)
                .map(KnownNames::bare)
                .filter(method -> !OF_OBJECT.contains(method))
                .distinct()
                .toList();
    }

    static boolean isMethod(String known) {
        return known.contains("(");
    }

    static boolean isType(String known) {
        return TYPE.matcher(known).matches();
    }

    /** The name alone. */
    static String bare(String known) {
        return known.replaceAll("\\(.*", "");
    }
}
