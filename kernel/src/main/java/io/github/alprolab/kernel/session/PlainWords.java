package io.github.alprolab.kernel.session;

import java.text.Normalizer;
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
        return PlainRule.find(joined).orElse(message);
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
}
