package io.github.alprolab.kernel.program;

import io.github.alprolab.kernel.session.RanSnippet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;

/** What a snippet is inside {@code main}. */
final class Statements {
    private static final Pattern NOTEBOOK =
            Pattern.compile(
                    "(?<![.\\w])(lineMagic|cellMagic|eval|getKernelInstance|render|handleEvents)\\s*\\(");
    private static final Set<String> NUMBERS =
            Set.of("byte", "short", "int", "long", "char", "float", "double");

    private final Variables variables;

    Statements(Variables variables) {
        this.variables = variables;
    }

    /** The text of a snippet that is no declaration of a type, a method or an import. */
    String of(RanSnippet snippet) {
        if (snippet.isMagic()) {
            return SourceText.comment(snippet.source());
        }
        if (snippet.failed()) {
            return SourceText.comment("Failed and left out:\n" + snippet.source());
        }
        if (NOTEBOOK.matcher(snippet.source()).find()) {
            if (isField(snippet)) {
                variables.declared(snippet);
            }
            return SourceText.comment("Needs the notebook and is left out:\n" + snippet.source());
        }
        String comments = SourceText.comments(snippet.source());
        String code = code(snippet, SourceText.bare(snippet.source()));
        return comments.isEmpty() ? code : comments + "\n" + code;
    }

    private boolean isField(RanSnippet snippet) {
        return snippet.kind() == Snippet.Kind.VAR && variables.has(snippet.name());
    }

    private String code(RanSnippet snippet, String source) {
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            return isField(snippet) ? named(snippet, source) : expression(snippet, source);
        }
        return switch (snippet.kind()) {
            case VAR -> declaration(snippet, source);
            case EXPRESSION -> expression(snippet, source);
            default -> ended(SourceText.renamed(source, variables.renamed()));
        };
    }

    private String named(RanSnippet snippet, String source) {
        String value = SourceText.renamed(open(source), variables.renamed());
        String field = variables.declared(snippet);
        String given = field + " = " + closed(value, ";");
        return snippet.shown() ? given + "\n" + "showValue(" + field + ");" : given;
    }

    private String expression(RanSnippet snippet, String source) {
        String value = SourceText.renamed(open(source), variables.renamed());
        if (snippet.shown()) {
            return "showValue(" + closed(value, ");");
        }
        String statement = closed(value, ";");
        return SourceText.isStatement(statement) ? statement : SourceText.comment(statement);
    }

    /** An own name in the value is the new variable in a notebook too, before it has a value. */
    private String declaration(RanSnippet snippet, String source) {
        String field = variables.declared(snippet);
        String nothing = field + " = " + nothing(snippet.type()) + ";";
        Optional<String> written =
                SourceText.initializer(source, snippet.name(), snippet.type())
                        .map(text -> SourceText.renamed(text, variables.renamed()));
        String given = written.map(text -> field + " = " + closed(text, ";")).orElse(nothing);
        boolean ofItself =
                written.filter(text -> text.matches("(?s).*\\b" + field + "\\b.*")).isPresent();
        return ofItself ? nothing + "\n" + given : given;
    }

    private static String nothing(String type) {
        return NUMBERS.contains(type) ? "0" : type.equals("boolean") ? "false" : "null";
    }

    private static String open(String source) {
        return source.endsWith(";") ? source.substring(0, source.length() - 1).strip() : source;
    }

    /** A comment at the end must not take the end of the statement with it. */
    private static String closed(String value, String end) {
        String lastLine = value.substring(value.lastIndexOf('\n') + 1);
        return value + (lastLine.contains("//") ? "\n" : "") + end;
    }

    private static String ended(String statement) {
        return SourceText.isStatement(statement) ? statement : closed(statement, ";");
    }
}
