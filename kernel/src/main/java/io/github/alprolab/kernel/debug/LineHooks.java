package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.session.LineHook;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves {@link LineHook} into the beginning of every line of a method: a call that says no, and
 * behind it one that takes the variables and gives them back. The stack stays as it is, so that a
 * line may begin in the middle of an expression.
 */
final class LineHooks extends Instructions {
    private static final String HOOK = Type.getInternalName(LineHook.class);
    private static final String OBJECT = "java/lang/Object";
    private static final String THROWABLE = "java/lang/Throwable";

    /** The number of a line that is left as it is. */
    static final int NONE = -1;

    /** Gives the number of a new place of the method. */
    interface Numbers {
        int number(int line, List<Local> locals, LineTable.Line table);
    }

    private final Iterator<LineTable.Line> lines;
    private final Numbers numbers;
    private final Label start = new Label();
    private final List<Object> parameters;
    private final boolean isMade;
    private LineTable.Line next;
    private int line;

    LineHooks(
            String owner,
            int access,
            String name,
            String descriptor,
            MethodVisitor writer,
            List<LineTable.Line> lines,
            Numbers numbers) {
        super(owner, access, name, descriptor, writer);
        this.lines = lines.iterator();
        this.numbers = numbers;
        this.parameters = List.copyOf(locals);
        this.isMade = name.startsWith("<");
    }

    @Override
    public void visitCode() {
        super.visitCode();
        mv.visitLabel(start);
    }

    /** An error that leaves the method is told; one of a constructor may come before its object. */
    @Override
    public void visitMaxs(int stackSize, int localsSize) {
        if (!isMade) {
            Label handler = new Label();
            mv.visitTryCatchBlock(start, handler, handler, null);
            mv.visitLabel(handler);
            Object[] held = types(parameters).toArray();
            mv.visitFrame(Opcodes.F_NEW, held.length, held, 1, new Object[] {THROWABLE});
            mv.visitInsn(Opcodes.DUP);
            String told = "(L" + THROWABLE + ";)V";
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, "thrown", told, false);
            mv.visitInsn(Opcodes.ATHROW);
        }
        super.visitMaxs(stackSize, localsSize);
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        super.visitLineNumber(number, start);
        next = lines.next();
        line = number;
    }

    /** The frame of a line's first instruction is known just before it. */
    @Override
    void beforeInstruction() {
        LineTable.Line begun = next;
        next = null;
        if (begun == null || locals == null) { // locals are unknown where no code leads
            return;
        }
        List<Local> held = begun.locals().stream().filter(this::isHeld).toList();
        int site = numbers.number(line, held, begun);
        if (site != NONE) {
            hook(site, held);
        }
    }

    private void hook(int site, List<Local> held) {
        Label past = new Label();
        push(site);
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, "line", "(I)Z", false);
        mv.visitJumpInsn(Opcodes.IFEQ, past);
        push(site);
        pack(held);
        String stop = "(I[L" + OBJECT + ";)[L" + OBJECT + ";";
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, "stop", stop, false);
        unpack(held);
        mv.visitLabel(past);
        mv.visitFrame(
                Opcodes.F_NEW,
                types(locals).size(),
                types(locals).toArray(),
                types(stack).size(),
                types(stack).toArray());
    }

    private boolean isHeld(Local local) {
        Object type = local.slot() < locals.size() ? locals.get(local.slot()) : Opcodes.TOP;
        boolean initialised = type != Opcodes.UNINITIALIZED_THIS && !(type instanceof Label);
        return type != Opcodes.TOP && initialised;
    }

    private void pack(List<Local> held) {
        push(held.size());
        mv.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
        for (int i = 0; i < held.size(); i++) {
            mv.visitInsn(Opcodes.DUP);
            push(i);
            Type type = Type.getType(held.get(i).type());
            mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), held.get(i).slot());
            Boxes.box(mv, type);
            mv.visitInsn(Opcodes.AASTORE);
        }
    }

    /** Variables have their declared types behind this, which later frames ask for. */
    private void unpack(List<Local> held) {
        for (int i = 0; i < held.size(); i++) {
            Local local = held.get(i);
            if (!local.isThis()) {
                Type type = Type.getType(local.type());
                mv.visitInsn(Opcodes.DUP);
                push(i);
                mv.visitInsn(Opcodes.AALOAD);
                Boxes.unbox(mv, type);
                mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), local.slot());
                if (type.getSort() >= Type.ARRAY) {
                    locals.set(local.slot(), type.getInternalName());
                }
            }
        }
        mv.visitInsn(Opcodes.POP);
    }

    private void push(int number) {
        mv.visitLdcInsn(number);
    }

    /** As frames are written: what takes two slots stands once. */
    private static List<Object> types(List<Object> slots) {
        List<Object> types = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Object type = slots.get(i);
            types.add(type);
            i += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 1 : 0;
        }
        return types;
    }
}
