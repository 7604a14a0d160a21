package io.github.alprolab.dsl.reading;

import java.util.ArrayList;
import java.util.List;

/** Takes the code of one value apart: names, constants, calls, edits, strings and numbers. */
final class CodeParser {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 1 << 20;

    private final Tokens tokens;
    private int depth;

    private CodeParser(String code) {
        if (code.length() > LONGEST) {
            throw new CodeException(code.substring(0, 20), "begins code of more than a megabyte");
        }
        this.tokens = new Tokens(code);
    }

    static Expression parse(String code) {
        CodeParser parser = new CodeParser(code);
        Expression whole = parser.expression();
        parser.tokens.requireEnd();
        return whole;
    }

    private Expression expression() {
        if (++depth > DEEPEST) {
            throw new CodeException(tokens.peek(), "stands in more than 40 brackets");
        }
        try {
            return chain(start());
        } finally {
            depth--;
        }
    }

    private Expression start() {
        String word = tokens.take();
        char first = word.charAt(0);
        if (first == '"') {
            return new Expression.Literal(Literals.text(word));
        }
        if (first == '-' || Character.isDigit(first)) {
            return new Expression.Literal(Literals.number(word));
        }
        if (word.equals("true") || word.equals("false")) {
            return new Expression.Literal(Boolean.valueOf(word));
        }
        if (!Character.isLetter(first) || word.equals("the end")) {
            throw new CodeException(word, "stands where a value is expected");
        }
        if (word.equals("new")) {
            return new Expression.New(tokens.take(), arguments());
        }
        return tokens.took("->") ? edit(word) : new Expression.Name(word);
    }

    private Expression edit(String variable) {
        return new Expression.Edit(variable, expression());
    }

    private Expression chain(Expression start) {
        Expression whole = start;
        while (tokens.took(".")) {
            String name = tokens.take();
            whole =
                    tokens.peek().equals("(")
                            ? new Expression.Call(whole, name, arguments())
                            : new Expression.Constant(whole, name);
        }
        return whole;
    }

    private List<Expression> arguments() {
        tokens.require("(");
        List<Expression> all = new ArrayList<>();
        if (!tokens.took(")")) {
            do {
                all.add(expression());
            } while (tokens.took(","));
            tokens.require(")");
        }
        return all;
    }
}
