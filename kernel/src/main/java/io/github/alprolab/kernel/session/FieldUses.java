package io.github.alprolab.kernel.session;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The variables of cells that compiled code reads and assigns, as JShell's classes around them.
 *
 * @param read names of classes whose static fields are read
 * @param assigned names of classes whose static fields get a value
 */
record FieldUses(Set<String> read, Set<String> assigned) {

    /** Those of the classes of one snippet. */
    static FieldUses of(Collection<byte[]> classes) {
        FieldUses uses = new FieldUses(new HashSet<>(), new HashSet<>());
        for (byte[] code : classes) {
            new ClassReader(code)
                    .accept(uses.visitor(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return uses;
    }

    private ClassVisitor visitor() {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String type, String generic, String[] thrown) {
                return new Fields();
            }
        };
    }

    private final class Fields extends MethodVisitor {
        Fields() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitFieldInsn(int code, String owner, String name, String type) {
            String wrapper = owner.replace('/', '.');
            if (code == Opcodes.GETSTATIC) {
                read.add(wrapper);
            } else if (code == Opcodes.PUTSTATIC) {
                assigned.add(wrapper);
            }
        }
    }
}
