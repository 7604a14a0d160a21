package io.github.alprolab.kernel.session;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * JShell makes every record that a cell declares public, and Java refuses a canonical constructor
 * that is less open than its record, so {@code record Pt(int x) { Pt { … } }} would not compile.
 * The constructor therefore becomes public too wherever Java would take it in a file.
 */
final class RecordConstructors {
    private static final Pattern RECORD =
            Pattern.compile("\\brecord\\s+[\\p{L}_$][\\p{L}\\p{N}_$]*\\s*[<(]");

    /** The most open of the four kinds of access, the first being 0. */
    private static final int PUBLIC = 3;

    private RecordConstructors() {}

    /** A snippet as JShell has to get it. */
    static Rewritten opened(String snippet) {
        if (!RECORD.matcher(snippet).find()) {
            return Rewritten.none(snippet);
        }
        ParsedJava parsed = ParsedJava.of(snippet);
        return parsed.unit().getTypeDecls().stream()
                .filter(type -> type.getKind() == Tree.Kind.RECORD)
                .map(ClassTree.class::cast)
                .flatMap(type -> closedConstructor(type).stream())
                .findFirst()
                .map(constructor -> opened(constructor, parsed, snippet))
                .orElse(Rewritten.none(snippet));
    }

    /** The canonical constructor, where it is not public and as open as its record is written. */
    private static Optional<MethodTree> closedConstructor(ClassTree type) {
        List<String> components = components(type);
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals("<init>"))
                .filter(method -> types(method.getParameters()).equals(components))
                .filter(method -> openness(method.getModifiers()) < PUBLIC)
                .filter(method -> openness(method.getModifiers()) >= openness(type.getModifiers()))
                .findFirst();
    }

    private static List<String> components(ClassTree type) {
        return types(
                type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(VariableTree.class::cast)
                        .filter(field -> !has(field.getModifiers(), Modifier.STATIC))
                        .toList());
    }

    /** Types as they are written, without packages. */
    private static List<String> types(List<? extends VariableTree> variables) {
        return variables.stream()
                .map(variable -> variable.getType().toString().replace("...", "[]"))
                .map(type -> type.replaceAll("\\w+\\.", ""))
                .toList();
    }

    private static int openness(ModifiersTree modifiers) {
        if (has(modifiers, Modifier.PUBLIC)) {
            return PUBLIC;
        }
        return has(modifiers, Modifier.PROTECTED) ? 2 : has(modifiers, Modifier.PRIVATE) ? 0 : 1;
    }

    private static boolean has(ModifiersTree modifiers, Modifier one) {
        return modifiers.getFlags().contains(one);
    }

    private static Rewritten opened(MethodTree constructor, ParsedJava parsed, String snippet) {
        ModifiersTree modifiers = constructor.getModifiers();
        for (Modifier access : List.of(Modifier.PROTECTED, Modifier.PRIVATE)) {
            if (has(modifiers, access)) {
                int at = position(access.toString(), modifiers, parsed, snippet);
                return Rewritten.at(snippet, at, access.toString().length(), "public");
            }
        }
        return Rewritten.at(snippet, parsed.start(constructor), 0, "public ");
    }

    /** Where a modifier stands; an annotation beside it may hold the same word. */
    private static int position(
            String word, ModifiersTree modifiers, ParsedJava parsed, String snippet) {
        StringBuilder text = new StringBuilder(snippet);
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
            int start = parsed.start(annotation);
            int end = parsed.end(annotation);
            text.replace(start, end, " ".repeat(end - start));
        }
        return text.indexOf(word, parsed.start(modifiers));
    }
}
