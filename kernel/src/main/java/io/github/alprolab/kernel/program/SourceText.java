package io.github.alprolab.kernel.program;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.github.alprolab.kernel.session.ParsedJava;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions about the text of one snippet, answered by the compiler's parser. */
final class SourceText {
    private static final String BEFORE_STATEMENT = "class C { void m() { ";
    private static final String BEFORE_VALUE = "class C { Object o = ";
    private static final String BEFORE_MEMBER = "class C { ";
    private static final Pattern COMMENTS =
            Pattern.compile("(?s)\\A(?:\\s*(?://[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/))*\\s*");
    private static final Pattern MODIFIERS =
            Pattern.compile(
                    "\\A(?:(?:public|private|protected|static|final|transient|volatile)\\s+)+");

    private SourceText() {}

    /** The comments in front of a snippet. */
    static String comments(String source) {
        Matcher comments = COMMENTS.matcher(source);
        return comments.lookingAt() ? comments.group().strip() : "";
    }

    /** A snippet without the comments in front of it. */
    static String bare(String source) {
        return COMMENTS.matcher(source).replaceFirst("").strip();
    }

    /** Whether text can stand as a statement. */
    static boolean isStatement(String text) {
        return !ParsedJava.isFaulty(BEFORE_STATEMENT + text + "\n} }");
    }

    /** What a variable is set to where it is declared; an array of elements alone gets its type. */
    static Optional<String> initializer(String source, String variable, String type) {
        String text = BEFORE_STATEMENT + MODIFIERS.matcher(source).replaceFirst("") + "\n} }";
        ParsedJava parsed = ParsedJava.of(text);
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void nothing) {
                Tree value = tree.getInitializer();
                if (tree.getName().contentEquals(variable) && value != null && found.isEmpty()) {
                    String written = text.substring(parsed.start(value), parsed.end(value));
                    boolean elements =
                            value instanceof NewArrayTree array && array.getType() == null;
                    found.add(elements ? "new " + type + " " + written : written);
                }
                return super.visitVariable(tree, nothing);
            }
        }.scan(parsed.unit(), null);
        return found.stream().findFirst();
    }

    /** A method's name and the types of its parameters: what another of the same replaces. */
    static String signature(String method) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree tree, Void nothing) {
                List<String> types =
                        tree.getParameters().stream().map(p -> p.getType().toString()).toList();
                found.add(tree.getName() + "(" + String.join(", ", types) + ")");
                return null;
            }
        }.scan(ParsedJava.of(BEFORE_MEMBER + method + "\n}").unit(), null);
        return found.stream().findFirst().orElse(method);
    }

    /** The text with names exchanged, unless it has locals of such a name itself. */
    static String renamed(String source, Map<String, String> names) {
        if (names.isEmpty()) {
            return source;
        }
        boolean statement = isStatement(ended(source));
        String before = statement ? BEFORE_STATEMENT : BEFORE_VALUE;
        String text = before + (statement ? ended(source) + "\n} }" : source + "\n; }");
        ParsedJava parsed = ParsedJava.of(text);
        List<IdentifierTree> used = new ArrayList<>();
        List<String> locals = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree tree, Void nothing) {
                if (names.containsKey(tree.getName().toString())) {
                    used.add(tree);
                }
                return super.visitIdentifier(tree, nothing);
            }

            @Override
            public Void visitVariable(VariableTree tree, Void nothing) {
                locals.add(tree.getName().toString());
                return super.visitVariable(tree, nothing);
            }
        }.scan(parsed.unit(), null);
        StringBuilder renamed = new StringBuilder(source);
        used.stream()
                .filter(tree -> !locals.contains(tree.getName().toString()))
                .sorted(Comparator.comparingInt((IdentifierTree tree) -> -parsed.start(tree)))
                .forEach(
                        tree -> {
                            int start = parsed.start(tree) - before.length();
                            String name = tree.getName().toString();
                            renamed.replace(start, start + name.length(), names.get(name));
                        });
        return renamed.toString();
    }

    private static String ended(String source) {
        return source.endsWith(";") || source.endsWith("}") ? source : source + "\n;";
    }

    /** Each line as a comment; what Java would read as the code of a sign is no longer one. */
    static String comment(String text) {
        return text.lines()
                .map(line -> ("// " + line.replace("\\u", "\\ u")).stripTrailing())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("//");
    }
}
