package io.github.alprolab.bench.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * One parsed file.
 *
 * @param name its path in the repository
 * @param publicMethods of public types, constructors and overriding methods left out
 * @param undocumented those of them without Javadoc
 * @param names identifiers in its code
 */
record SourceFile(String name, int publicMethods, List<String> undocumented, Set<String> names) {

    static SourceFile read(String name, CompilationUnitTree unit, JavacTask task) {
        Scanner scanner = new Scanner(DocTrees.instance(task));
        scanner.scan(unit, null);
        return new SourceFile(name, scanner.methods, scanner.undocumented, scanner.names);
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final DocTrees comments;
        private int methods;
        private final List<String> undocumented = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        Scanner(DocTrees comments) {
            this.comments = comments;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (isPublic(method) && !isOverride(method) && method.getReturnType() != null) {
                methods++;
                if (comments.getDocComment(getCurrentPath()) == null) {
                    undocumented.add(method.getName().toString());
                }
            }
            return super.visitMethod(method, nothing);
        }

        /** Public, of a public type; the methods of an interface are public without a word. */
        private boolean isPublic(MethodTree method) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            if (!(parent instanceof ClassTree type)
                    || !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                return false;
            }
            Set<Modifier> flags = method.getModifiers().getFlags();
            return flags.contains(Modifier.PUBLIC)
                    || type.getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE);
        }

        private static boolean isOverride(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
        }

        @Override
        public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
            names.add(identifier.getName().toString());
            return super.visitIdentifier(identifier, nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
            names.add(select.getIdentifier().toString());
            return super.visitMemberSelect(select, nothing);
        }
    }
}
