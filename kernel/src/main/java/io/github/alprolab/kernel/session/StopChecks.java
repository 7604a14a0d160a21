package io.github.alprolab.kernel.session;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves {@link StopCheck#check} before every jump backwards, and {@link CellExit#exit} in the
 * place of {@link System#exit}.
 */
final class StopChecks {
    private static final String OWNER = StopCheck.class.getName().replace('.', '/');

    private static final String EXIT = CellExit.class.getName().replace('.', '/');

    private StopChecks() {}

    /** The class with checks; a call without arguments leaves stack and frames as they are. */
    static byte[] weave(byte[] code) {
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String generic, String[] thrown) {
                        return new Loops(super.visitMethod(access, name, type, generic, thrown));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Loops extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Loops(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitMethodInsn(
                int code, String owner, String name, String type, boolean isInterface) {
            boolean exit = owner.equals("java/lang/System") && name.equals("exit");
            super.visitMethodInsn(code, exit ? EXIT : owner, name, type, isInterface);
        }

        @Override
        public void visitJumpInsn(int code, Label target) {
            if (passed.contains(target)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "check", "()V", false);
            }
            super.visitJumpInsn(code, target);
        }
    }
}
