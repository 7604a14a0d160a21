package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.session.Thrown;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Types of class files as a cell would write them. */
final class TypeNames extends SignatureVisitor {
    private final StringBuilder text;
    private final StringBuilder dimensions = new StringBuilder();
    private boolean withArguments;

    private TypeNames(StringBuilder text) {
        super(Opcodes.ASM9);
        this.text = text;
    }

    /** {@code java.util.List<Pair>} of a signature. */
    static String of(String signature) {
        StringBuilder text = new StringBuilder();
        new SignatureReader(signature).acceptType(new TypeNames(text));
        return text.toString();
    }

    @Override
    public void visitBaseType(char descriptor) {
        text.append(Type.getType(String.valueOf(descriptor)).getClassName()).append(dimensions);
    }

    /** The variable of a generic method or class has no meaning where the text is compiled. */
    @Override
    public void visitTypeVariable(String name) {
        text.append("Object").append(dimensions);
    }

    @Override
    public SignatureVisitor visitArrayType() {
        dimensions.append("[]");
        return this;
    }

    @Override
    public void visitClassType(String name) {
        text.append(Thrown.plain(name.replace('/', '.')).replace('$', '.'));
    }

    @Override
    public void visitInnerClassType(String name) {
        closeArguments();
        text.append('.').append(name);
    }

    @Override
    public void visitTypeArgument() {
        openArgument();
        text.append('?');
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
        openArgument();
        text.append(wildcard == EXTENDS ? "? extends " : wildcard == SUPER ? "? super " : "");
        return new TypeNames(text);
    }

    @Override
    public void visitEnd() {
        closeArguments();
        text.append(dimensions);
    }

    private void openArgument() {
        text.append(withArguments ? ", " : "<");
        withArguments = true;
    }

    private void closeArguments() {
        text.append(withArguments ? ">" : "");
        withArguments = false;
    }
}
