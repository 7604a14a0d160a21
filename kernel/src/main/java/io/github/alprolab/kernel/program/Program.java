package io.github.alprolab.kernel.program;

import io.github.alprolab.kernel.session.RanSnippet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;

/**
 * A class with a {@code main} of what cells ran: their statements in order, their variables,
 * methods and types as static members, their shown values as prints, their magics as comments. Of a
 * method or type that is declared more than once the last counts.
 */
public final class Program {
    private final String name;
    private final List<RanSnippet> ran;
    private final Variables variables;
    private final Map<String, String> methods = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final Set<String> again = new TreeSet<>();
    private final List<String> declared = new ArrayList<>();

    /**
     * Takes snippets in the order in which the program runs them.
     *
     * @param name of the class
     * @param imported what the session imports by itself, without the word and the semicolon
     */
    public Program(String name, List<RanSnippet> ran, List<String> imported) {
        this.name = name;
        this.ran = List.copyOf(ran);
        imported.forEach(one -> imports.put(one, "import " + one + ";"));
        this.variables = new Variables(ran.stream().filter(this::isField).toList());
        ran.stream().filter(one -> !one.failed()).forEach(this::member);
    }

    /**
     * The text of the file.
     *
     * @param about lines of the comment above the class
     */
    public String text(List<String> about) {
        String main = main();
        String members = String.join("\n\n", types.values()) + "\n\n" + methods();
        String helpers = Helpers.usedBy(main + members, declared);
        String fields = String.join("\n", variables.fields());
        String body =
                List.of(fields, main, members, helpers).stream()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.indent(4))
                        .collect(Collectors.joining("\n"));
        return comment(about)
                + String.join("\n", imports.values())
                + "\n\npublic class "
                + name
                + " {\n"
                + body
                + "}\n";
    }

    private String methods() {
        return String.join("\n\n", methods.values());
    }

    private String comment(List<String> about) {
        List<String> lines = new ArrayList<>(about);
        if (!again.isEmpty()) {
            lines.add(
                    "Declared more than once, the last counts: " + String.join(", ", again) + ".");
        }
        if (!variables.several().isEmpty()) {
            lines.add(
                    "Declared again with another type, earlier ones have a number behind the name: "
                            + String.join(", ", variables.several())
                            + ".");
        }
        return lines.stream()
                .map(line -> " * " + line.replace("*/", "* /").replace("\\", "/"))
                .collect(Collectors.joining("\n", "/*\n", "\n */\n"));
    }

    private void member(RanSnippet snippet) {
        String source = snippet.source();
        switch (snippet.kind()) {
            case IMPORT -> {
                String bare = SourceText.bare(source);
                String simple = bare.replaceAll("(?s)^import\\s+|;.*", "").replaceAll(".*\\.", "");
                boolean isStatic = bare.matches("(?s)import\\s+static\\b.*");
                String key = simple.equals("*") ? bare : (isStatic ? "static " : "") + simple;
                String comments = SourceText.comments(source);
                String one = bare.endsWith(";") ? bare : bare + ";";
                imports.put(key, comments.isEmpty() ? one : comments + "\n" + one);
            }
            case METHOD -> {
                declared.add(snippet.name());
                put(methods, SourceText.signature(SourceText.bare(source)), source, "(");
            }
            case TYPE_DECL -> put(types, snippet.name(), source, "{");
            default -> {} // a statement, which main has
        }
    }

    private void put(Map<String, String> members, String key, String source, String headEnds) {
        String bare = SourceText.bare(source);
        String head = bare.substring(0, Math.max(0, bare.indexOf(headEnds)));
        boolean isStatic = Pattern.compile("\\bstatic\\b").matcher(head).find();
        String comments = SourceText.comments(source);
        String member =
                (comments.isEmpty() ? "" : comments + "\n") + (isStatic ? "" : "static ") + bare;
        String before = members.put(key, member);
        if (before != null && !before.equals(member)) {
            again.add(key);
        }
    }

    private boolean isField(RanSnippet snippet) {
        if (snippet.kind() != Snippet.Kind.VAR || snippet.failed()) {
            return false;
        }
        return snippet.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || ran.stream().anyMatch(other -> names(other, snippet.name()));
    }

    private static boolean names(RanSnippet snippet, String variable) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(variable) + "(?![\\w$])")
                .matcher(snippet.source())
                .find();
    }

    private String main() {
        Statements statements = new Statements(variables);
        StringBuilder main = new StringBuilder();
        int cell = -1;
        for (RanSnippet snippet : ran) {
            if (isDeclaration(snippet)) {
                continue;
            }
            if (snippet.cell() != cell) {
                main.append(cell < 0 ? "" : "\n").append("// cell ").append(snippet.cell());
                main.append("\n");
                cell = snippet.cell();
            }
            main.append(statements.of(snippet)).append("\n");
        }
        return "public static void main(String[] "
                + parameter()
                + ") throws Throwable {\n"
                + main.toString().indent(4)
                + "}";
    }

    private static boolean isDeclaration(RanSnippet snippet) {
        return !snippet.failed()
                && switch (snippet.kind()) {
                    case IMPORT, METHOD, TYPE_DECL -> true;
                    default -> false;
                };
    }

    private String parameter() {
        String free = "arguments";
        while (variables.has(free)) {
            free += "_";
        }
        return free;
    }
}
