package io.github.alprolab.kernel.session;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** What the compiler says, in words for somebody who does not know compilers. */
final class PlainWords {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (.+)");
    private static final Pattern OF_TYPE = Pattern.compile("location:\\s+\\w+ \\S+ of type (.+)");
    private static final Pattern IN_TYPE =
            Pattern.compile("location:\\s+(?:class|interface|enum|record) (.+)");

    /** The package before a type's name. */
    private static final Pattern SIMPLE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private static final Map<Pattern, String> RULES = rules();

    private PlainWords() {}

    /** The compiler's message; where there is no plainer one, as it is. */
    static String of(Diag fault) {
        String message = SIMPLE.matcher(fault.getMessage(Locale.ROOT).strip()).replaceAll("");
        Matcher symbol = SYMBOL.matcher(message);
        if (symbol.find()) {
            return missing(symbol.group(1), symbol.group(2).strip(), message);
        }
        String joined = String.join(" ", message.lines().map(String::strip).toList());
        for (Map.Entry<Pattern, String> rule : RULES.entrySet()) {
            Matcher matcher = rule.getKey().matcher(joined);
            if (matcher.find()) {
                return matcher.replaceAll(rule.getValue());
            }
        }
        return message;
    }

    private static String missing(String kind, String name, String message) {
        Matcher ofType = OF_TYPE.matcher(message);
        Matcher inType = IN_TYPE.matcher(message);
        String owner =
                ofType.find() ? ofType.group(1) : inType.find() ? inType.group(1).strip() : "";
        if (owner.isEmpty() || owner.contains("$JShell$")) {
            String hint = kind.equals("class") ? "; is an import missing?" : ".";
            return "There is no " + kind + " " + name + " here" + hint;
        }
        return owner + " has no " + (kind.equals("variable") ? "field" : kind) + " " + name + ".";
    }

    private static Map<Pattern, String> rules() {
        Map<Pattern, String> rules = new LinkedHashMap<>();
        rule(
                rules,
                "incompatible types: possible lossy conversion from (\\S+) to (\\S+)",
                "A value of type $1 does not fit into $2 without loss; write ($2) before it"
                        + " where that is meant.");
        rule(
                rules,
                "incompatible types: (.+) cannot be converted to (.+)",
                "$2 is needed here, given is $1.");
        rule(
                rules,
                "(method|constructor) (\\S+) in \\S+ \\S+ cannot be applied to given types; *"
                        + "required: +(.+?) +found: +(.+?) +reason:.*",
                "$2 takes ($3), given are ($4).");
        rule(
                rules,
                "no suitable (method|constructor) found for (.+?\\)).*",
                "No $1 of that name takes $2.");
        rule(
                rules,
                "reached end of file while parsing",
                "The code ends before a bracket is closed.");
        rule(
                rules,
                "unclosed string literal",
                "A text begins with \" and does not end on its line.");
        rule(rules, "^'(.+)' expected$", "Here $1 is missing.");
        rule(rules, "missing return statement", "The method ends without a return.");
        rule(
                rules,
                "unreported exception (\\S+); must be caught or declared to be thrown",
                "$1 may be thrown here: catch it, or add «throws $1» to the method.");
        rule(
                rules,
                "variable (\\S+) might not have been initialized",
                "$1 is read before it has a value.");
        return rules;
    }

    private static void rule(Map<Pattern, String> rules, String said, String words) {
        rules.put(Pattern.compile(said), words);
    }
}
