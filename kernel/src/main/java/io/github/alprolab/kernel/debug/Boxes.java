package io.github.alprolab.kernel.debug;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Code between primitive values and objects. */
final class Boxes {
    private static final String[] NAMES = {
        "", "Boolean", "Character", "Byte", "Short", "Integer", "Float", "Long", "Double"
    };

    private Boxes() {}

    /** Makes an object of the value on the stack. */
    static void box(MethodVisitor code, Type type) {
        if (type.getSort() < Type.ARRAY) {
            String box = box(type);
            String made = "(" + type.getDescriptor() + ")L" + box + ";";
            code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", made, false);
        }
    }

    /** Makes a value of a type from the object on the stack. */
    static void unbox(MethodVisitor code, Type type) {
        if (type.getSort() >= Type.ARRAY) {
            code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
        } else {
            code.visitTypeInsn(Opcodes.CHECKCAST, box(type));
            String value = type.getClassName() + "Value";
            String made = "()" + type.getDescriptor();
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box(type), value, made, false);
        }
    }

    private static String box(Type type) {
        return "java/lang/" + NAMES[type.getSort()];
    }
}
