package io.github.alprolab.kernel.session;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves a {@link StopCheck} at the start of methods and before every jump backwards, and {@link
 * CellExit#exit} in the place of what ends the JVM.
 */
final class StopChecks {
    private static final Handle SITE =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    StopCheck.class.getName().replace('.', '/'),
                    "site",
                    MethodType.methodType(
                                    CallSite.class,
                                    MethodHandles.Lookup.class,
                                    String.class,
                                    MethodType.class)
                            .toMethodDescriptorString(),
                    false);

    /** JShell's method around a cell's statements, which nothing calls again. */
    private static final String CODE = "do_it$";

    private static final String EXIT = CellExit.class.getName().replace('.', '/');

    private StopChecks() {}

    /**
     * The class with checks; a call without arguments leaves stack and frames as they are. JShell's
     * own wrapper becomes public, because wrappers that use each other may have several loaders. A
     * class that has no room for them gets none: it runs, and only its loops do not stop.
     */
    static byte[] weave(byte[] code) {
        try {
            return weave(code, true);
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            return weave(code, false);
        }
    }

    private static byte[] weave(byte[] code, boolean checks) {
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, 0);
        boolean wrapper = SnippetClasses.isWrapper(reader.getClassName().replace('/', '.'));
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(
                            int version,
                            int access,
                            String name,
                            String generic,
                            String parent,
                            String[] interfaces) {
                        int open = wrapper ? access | Opcodes.ACC_PUBLIC : access;
                        super.visit(version, open, name, generic, parent, interfaces);
                    }

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String generic, String[] thrown) {
                        return new Loops(
                                super.visitMethod(access, name, type, generic, thrown),
                                checks,
                                !name.equals(CODE));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Loops extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();
        private final boolean checks;
        private final boolean recursive;

        Loops(MethodVisitor next, boolean checks, boolean recursive) {
            super(Opcodes.ASM9, next);
            this.checks = checks;
            this.recursive = recursive;
        }

        /** Recursion has no jumps backwards. */
        @Override
        public void visitCode() {
            super.visitCode();
            if (recursive) {
                check();
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitMethodInsn(
                int code, String owner, String name, String type, boolean isInterface) {
            boolean ends = type.equals("(I)V") && (name.equals("exit") || name.equals("halt"));
            if (ends && owner.equals("java/lang/System")) {
                super.visitMethodInsn(code, EXIT, name, type, false);
            } else if (ends && owner.equals("java/lang/Runtime")) {
                String withRuntime = "(Ljava/lang/Runtime;I)V";
                super.visitMethodInsn(Opcodes.INVOKESTATIC, EXIT, name, withRuntime, false);
            } else {
                super.visitMethodInsn(code, owner, name, type, isInterface);
            }
        }

        @Override
        public void visitJumpInsn(int code, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(code, target);
        }

        private void check() {
            if (checks) {
                visitInvokeDynamicInsn("check", "()V", SITE);
            }
        }
    }
}
