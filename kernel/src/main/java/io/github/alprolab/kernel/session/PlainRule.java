package io.github.alprolab.kernel.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plainer words for one message of the compiler.
 *
 * @param said the message in one line
 * @param words with {@code $1} for what the first group found
 */
record PlainRule(Pattern said, String words) {
    private static final List<PlainRule> ALL =
            List.of(
                    rule(
                            "incompatible types: possible lossy conversion from (\\S+) to (\\S+)",
                            "A value of type $1 does not fit into $2 without loss; write ($2) before it"
                                    + " where that is meant."),
                    rule(
                            "incompatible types: (?:bad (?:return )?type in [a-z ]+?(?:expression|reference) +)?(.+) cannot be converted to (.+)",
                            "$2 is needed here, given is $1."),
                    rule(
                            "(method|constructor) (\\S+) in \\S+ \\S+ cannot be applied to given types; *"
                                    + "required: +(.+?) +found: +(.+?) +reason:.*",
                            "$2 takes ($3), given are ($4)."),
                    rule(
                            "no suitable (method|constructor) found for (.+?\\)).*",
                            "No $1 of that name takes $2."),
                    rule(
                            "unclosed string literal",
                            "A text begins with \" and does not end on its line."),
                    rule("^'([^']+)' expected$", "Here $1 is missing."),
                    rule("missing return statement", "The method ends without a return."),
                    rule(
                            "unreported exception (\\S+); must be caught or declared to be thrown",
                            "$1 may be thrown here: catch it, or add «throws $1» to the method."),
                    rule(
                            "variable (\\S+) might not have been initialized",
                            "$1 is read before it has a value."),
                    rule(
                            "unreachable statement",
                            "This is never reached: what stands before it always leaves or never ends."),
                    rule(
                            "integer number too large.*",
                            "The number does not fit into int; with an L behind it, it is a long."),
                    rule(
                            "unclosed character literal",
                            "Between ' stands one character; a text stands between \"."),
                    rule(
                            "unexpected type +required: +reference +found: +(\\S+)",
                            "A class has to stand here, such as Integer for int; given is $1."),
                    rule(
                            "incompatible types: inference variable \\S+ has incompatible (?:bounds|equality"
                                    + " constraints) +equality constraints: (\\w+) +lower bounds: (\\w+)$",
                            "$1 is needed here, given is $2."),
                    rule(
                            "unexpected type +required: +variable +found: +value",
                            "Only a variable can be given a value, and this is none."),
                    rule(
                            "incompatible types: no instance\\(s\\) of .* exist so that (.+) conforms to (.+)",
                            "$2 is needed here, given is $1."),
                    rule(
                            "bad operand types for binary operator '(\\S+)' +first type: +(.+?) +second type: +(.+)",
                            "$1 cannot stand between $2 and $3."),
                    rule(
                            "bad operand type (.+) for unary operator '(\\S+)'",
                            "$2 cannot stand before or behind $1."),
                    rule(
                            "^(\\S+) cannot be dereferenced",
                            "A value of type $1 is no object; it has no methods and no fields."),
                    rule(
                            "array required, but (.+) found",
                            "Only arrays have elements by [ ]; given is $1."),
                    rule(
                            "for-each not applicable .*found: +(.+)",
                            "for goes over an array or a collection, given is $1."),
                    rule(
                            "non-static (?:variable|method) (?!this|super)(\\S+) cannot be referenced.*",
                            "$1 belongs to an object, and none is named here."),
                    rule(
                            "local variables referenced from (.+) must be final or effectively final",
                            "What $1 uses of the variables around it may be given a value only once."),
                    rule(
                            "^(.+) is abstract; cannot be instantiated",
                            "$1 is abstract: new needs a class that extends or implements it."),
                    rule(
                            "^(.+) is not abstract and does not override abstract method (.+) in (.+)",
                            "$1 lacks the method $2, which $3 demands."),
                    rule(
                            "the switch (\\w+) does not cover all possible input values",
                            "The switch has no case for some values; a default takes all others."),
                    rule(
                            "incompatible types: (?:bad return type in lambda expression +)?unexpected return"
                                    + " value",
                            "Nothing can be returned here: the method or lambda is void."),
                    rule(
                            "incompatible types: missing return value",
                            "The method has to return a value here."),
                    rule(
                            "^invalid (?:canonical|compact) constructor in record (\\S+) +\\(attempting to assign"
                                    + " stronger access privileges.*",
                            "The constructor that takes all parts of the record $1 has to be as open as the"
                                    + " record: write public before it."),
                    rule(
                            "^package ([^.\\s]+) does not exist",
                            "There is no variable, class or package $1 here."));

    private static PlainRule rule(String said, String words) {
        return new PlainRule(Pattern.compile(said), words);
    }

    /** The words of the first rule that fits a message. */
    static Optional<String> find(String message) {
        for (PlainRule rule : ALL) {
            Matcher matcher = rule.said.matcher(message);
            if (matcher.find()) {
                return Optional.of(matcher.replaceAll(rule.words));
            }
        }
        return Optional.empty();
    }
}
