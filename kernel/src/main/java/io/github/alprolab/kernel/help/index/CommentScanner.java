package io.github.alprolab.kernel.help.index;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Collects the comments of one source file. */
final class CommentScanner extends TreePathScanner<Void, Void> {
    private static final Set<Tree.Kind> OPEN_BY_NATURE =
            Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final DocTrees trees;
    private final Map<String, String> comments;
    private String owner = "";

    CommentScanner(DocTrees trees, Map<String, String> comments) {
        this.trees = trees;
        this.comments = comments;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, Void unused) {
        owner = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        return super.visitCompilationUnit(unit, unused);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        if (isPublic(type.getModifiers())) {
            String before = owner;
            owner = owner.isEmpty() ? name(type) : owner + "." + name(type);
            put(owner);
            super.visitClass(type, unused);
            owner = before;
        }
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        if (isPublic(method.getModifiers())) {
            String name =
                    method.getReturnType() == null
                            ? owner.substring(owner.lastIndexOf('.') + 1)
                            : method.getName().toString();
            put(owner + "#" + name + parameters(method));
        }
        return null; // what is declared inside is nobody else's
    }

    @Override
    public Void visitVariable(VariableTree field, Void unused) {
        if (isPublic(field.getModifiers())) {
            put(owner + "#" + field.getName());
        }
        return null;
    }

    @Override
    public Void visitBlock(BlockTree initializer, Void unused) {
        return null;
    }

    private static String name(ClassTree type) {
        return type.getSimpleName().toString();
    }

    /** Members of interfaces are public without the word. */
    private boolean isPublic(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        TreePath parent = getCurrentPath().getParentPath();
        boolean inInterface = OPEN_BY_NATURE.contains(parent.getLeaf().getKind());
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    private static String parameters(MethodTree method) {
        return method.getParameters().stream()
                .map(parameter -> simple(parameter.getType().toString()))
                .collect(Collectors.joining(",", "(", ")"));
    }

    /** The last name of a type without type arguments and annotations, with its brackets. */
    private static String simple(String type) {
        String bare = type.replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "");
        while (bare.contains("<")) {
            String less = bare.replaceAll("<[^<>]*>", "");
            if (less.equals(bare)) {
                break;
            }
            bare = less;
        }
        bare = bare.replace("...", "[]").strip();
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private void put(String key) {
        String comment = trees.getDocComment(getCurrentPath());
        if (comment != null && !comment.isBlank()) {
            comments.put(key, comment);
        }
    }
}
