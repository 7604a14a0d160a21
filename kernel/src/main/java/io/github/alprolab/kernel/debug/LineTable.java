package io.github.alprolab.kernel.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of its lines, in the order of its code. Read before weaving, because a
 * class file names variables behind the code that they are in.
 */
final class LineTable extends ClassVisitor {
    /** The beginning of a line: variables in scope there, and classes that the line calls. */
    record Line(List<Local> locals, Set<String> calls) {}

    private final Map<String, List<Line>> methods = new HashMap<>();

    LineTable(ClassReader reader) {
        super(Opcodes.ASM9);
        reader.accept(this, ClassReader.SKIP_FRAMES);
    }

    /** The lines of a method, one for each of the visitor's calls. */
    List<Line> lines(String method, String descriptor) {
        return methods.getOrDefault(method + descriptor, List.of());
    }

    /** Whether there is a method of a name. */
    boolean has(String method) {
        return methods.keySet().stream().anyMatch(name -> name.startsWith(method + "("));
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String generic, String[] thrown) {
        List<Line> lines = new ArrayList<>();
        methods.put(name + descriptor, lines);
        return new Lines(lines);
    }

    private static final class Lines extends MethodVisitor {
        private final List<Line> lines;
        private final List<Integer> starts = new ArrayList<>();
        private final Map<Label, Integer> order = new HashMap<>();

        Lines(List<Line> lines) {
            super(Opcodes.ASM9);
            this.lines = lines;
        }

        @Override
        public void visitLabel(Label label) {
            order.put(label, order.size());
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            lines.add(new Line(new ArrayList<>(), new LinkedHashSet<>()));
            starts.add(order.get(start));
        }

        @Override
        public void visitMethodInsn(
                int code, String owner, String name, String descriptor, boolean ofInterface) {
            if (!lines.isEmpty()) {
                lines.get(lines.size() - 1).calls().add(owner.replace('/', '.'));
            }
        }

        @Override
        public void visitLocalVariable(
                String name, String type, String generic, Label start, Label end, int slot) {
            Local local = new Local(name, slot, type, generic == null ? type : generic);
            for (int i = 0; i < lines.size(); i++) {
                if (order.get(start) <= starts.get(i) && starts.get(i) < order.get(end)) {
                    lines.get(i).locals().add(local);
                }
            }
        }
    }
}
