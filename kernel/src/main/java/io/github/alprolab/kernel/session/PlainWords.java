package io.github.alprolab.kernel.session;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** What the compiler says, in words for somebody who does not know compilers. */
final class PlainWords {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (.+)");
    private static final Pattern OF_TYPE = Pattern.compile("location:\\s+\\w+ \\S+ of type (.+)");
    private static final Pattern IN_TYPE =
            Pattern.compile("location:\\s+(?:class|interface|enum|record|package) (.+)");

    /** The package before a type's name. */
    private static final Pattern SIMPLE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    /** Of texts, then of characters, as word processors set them. */
    private static final String QUOTES = "\u201c\u201d\u201e\u2018\u2019";

    private static final Map<Pattern, String> RULES = rules();

    private PlainWords() {}

    /** The compiler's message; where there is no plainer one, as it is. */
    static String of(Fault fault, String snippet) {
        int at = fault.positionIn(snippet);
        return switch (fault.code()) {
            case "compiler.err.dot.class.expected" -> noName(snippet.substring(at).strip());
            case "compiler.err.illegal.char" -> illegal(snippet.codePointAt(at));
            case "compiler.err.premature.eof" -> cut(at >= snippet.stripTrailing().length());
            default ->
                    fault.code().startsWith(ClassLimits.CODE)
                            ? ClassLimits.words(fault)
                            : plain(fault);
        };
    }

    /** A value stands where a name has to, or a type where a value has to. */
    private static String noName(String rest) {
        String word = rest.replaceAll("(?s)[^\\p{L}\\w$].*", "");
        return SourceVersion.isName(word)
                ? "A type stands before " + word + ", where only a value can be."
                : word + " cannot be a name; it begins with a digit or is a word of Java's own.";
    }

    private static String illegal(int character) {
        String shown = Character.toString(character);
        int meant = QUOTES.indexOf(character);
        String plain =
                meant >= 0
                        ? (meant < 3 ? "\"" : "'")
                        : Normalizer.normalize(shown, Normalizer.Form.NFKC);
        boolean near = meant >= 0 || (!plain.equals(shown) && plain.codePointAt(0) < 128);
        return "Java knows no " + shown + " here" + (near ? "; did you mean " + plain + " ?" : ".");
    }

    private static String cut(boolean atEnd) {
        return atEnd
                ? "The code ends before a bracket is closed."
                : "No statement can be read from this.";
    }

    private static String plain(Fault fault) {
        String message = SIMPLE.matcher(fault.message().strip()).replaceAll("");
        message = message.replace("<nulltype>", "null").replace("<null>", "null");
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
                "incompatible types: (?:bad (?:return )?type in [a-z ]+?(?:expression|reference) +)?(.+) cannot be converted to (.+)",
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
                "unclosed string literal",
                "A text begins with \" and does not end on its line.");
        rule(rules, "^'([^']+)' expected$", "Here $1 is missing.");
        rule(rules, "missing return statement", "The method ends without a return.");
        rule(
                rules,
                "unreported exception (\\S+); must be caught or declared to be thrown",
                "$1 may be thrown here: catch it, or add «throws $1» to the method.");
        rule(
                rules,
                "variable (\\S+) might not have been initialized",
                "$1 is read before it has a value.");
        rule(
                rules,
                "unreachable statement",
                "This is never reached: what stands before it always leaves or never ends.");
        rule(
                rules,
                "integer number too large.*",
                "The number does not fit into int; with an L behind it, it is a long.");
        rule(
                rules,
                "unclosed character literal",
                "Between ' stands one character; a text stands between \".");
        rule(
                rules,
                "unexpected type +required: +reference +found: +(\\S+)",
                "A class has to stand here, such as Integer for int; given is $1.");
        rule(
                rules,
                "incompatible types: inference variable \\S+ has incompatible (?:bounds|equality"
                        + " constraints) +equality constraints: (\\w+) +lower bounds: (\\w+)$",
                "$1 is needed here, given is $2.");
        rule(
                rules,
                "unexpected type +required: +variable +found: +value",
                "Only a variable can be given a value, and this is none.");
        rule(
                rules,
                "incompatible types: no instance\\(s\\) of .* exist so that (.+) conforms to (.+)",
                "$2 is needed here, given is $1.");
        rule(
                rules,
                "bad operand types for binary operator '(\\S+)' +first type: +(.+?) +second type: +(.+)",
                "$1 cannot stand between $2 and $3.");
        rule(
                rules,
                "bad operand type (.+) for unary operator '(\\S+)'",
                "$2 cannot stand before or behind $1.");
        rule(
                rules,
                "^(\\S+) cannot be dereferenced",
                "A value of type $1 is no object; it has no methods and no fields.");
        rule(
                rules,
                "array required, but (.+) found",
                "Only arrays have elements by [ ]; given is $1.");
        rule(
                rules,
                "for-each not applicable .*found: +(.+)",
                "for goes over an array or a collection, given is $1.");
        rule(
                rules,
                "non-static (?:variable|method) (?!this|super)(\\S+) cannot be referenced.*",
                "$1 belongs to an object, and none is named here.");
        rule(
                rules,
                "local variables referenced from (.+) must be final or effectively final",
                "What $1 uses of the variables around it may be given a value only once.");
        rule(
                rules,
                "^(.+) is abstract; cannot be instantiated",
                "$1 is abstract: new needs a class that extends or implements it.");
        rule(
                rules,
                "^(.+) is not abstract and does not override abstract method (.+) in (.+)",
                "$1 lacks the method $2, which $3 demands.");
        rule(
                rules,
                "the switch (\\w+) does not cover all possible input values",
                "The switch has no case for some values; a default takes all others.");
        rule(
                rules,
                "incompatible types: (?:bad return type in lambda expression +)?unexpected return"
                        + " value",
                "Nothing can be returned here: the method or lambda is void.");
        rule(
                rules,
                "incompatible types: missing return value",
                "The method has to return a value here.");
        rule(
                rules,
                "^invalid (?:canonical|compact) constructor in record (\\S+) +\\(attempting to assign"
                        + " stronger access privileges.*",
                "The constructor that takes all parts of the record $1 has to be as open as the"
                        + " record: write public before it.");
        rule(
                rules,
                "^package ([^.\\s]+) does not exist",
                "There is no variable, class or package $1 here.");
        return rules;
    }

    private static void rule(Map<Pattern, String> rules, String said, String words) {
        rules.put(Pattern.compile(said), words);
    }
}
