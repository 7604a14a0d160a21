package io.github.alprolab.kernel.debug;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;

/** A method whose frame is known before every instruction. */
abstract class Instructions extends AnalyzerAdapter {
    Instructions(String owner, int access, String name, String descriptor, MethodVisitor writer) {
        super(Opcodes.ASM9, owner, access, name, descriptor, writer);
    }

    /** Called before each instruction, with the frame as that will find it. */
    abstract void beforeInstruction();

    @Override
    public void visitInsn(int code) {
        beforeInstruction();
        super.visitInsn(code);
    }

    @Override
    public void visitIntInsn(int code, int operand) {
        beforeInstruction();
        super.visitIntInsn(code, operand);
    }

    @Override
    public void visitVarInsn(int code, int slot) {
        beforeInstruction();
        super.visitVarInsn(code, slot);
    }

    @Override
    public void visitTypeInsn(int code, String type) {
        beforeInstruction();
        super.visitTypeInsn(code, type);
    }

    @Override
    public void visitFieldInsn(int code, String owner, String name, String type) {
        beforeInstruction();
        super.visitFieldInsn(code, owner, name, type);
    }

    @Override
    public void visitMethodInsn(
            int code, String owner, String name, String type, boolean ofInterface) {
        beforeInstruction();
        super.visitMethodInsn(code, owner, name, type, ofInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String type, Handle bootstrap, Object... arguments) {
        beforeInstruction();
        super.visitInvokeDynamicInsn(name, type, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int code, Label target) {
        beforeInstruction();
        super.visitJumpInsn(code, target);
    }

    @Override
    public void visitLdcInsn(Object value) {
        beforeInstruction();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int slot, int by) {
        beforeInstruction();
        super.visitIincInsn(slot, by);
    }

    @Override
    public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... targets) {
        beforeInstruction();
        super.visitTableSwitchInsn(least, most, otherwise, targets);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
        beforeInstruction();
        super.visitLookupSwitchInsn(otherwise, keys, targets);
    }

    @Override
    public void visitMultiANewArrayInsn(String type, int dimensions) {
        beforeInstruction();
        super.visitMultiANewArrayInsn(type, dimensions);
    }
}
