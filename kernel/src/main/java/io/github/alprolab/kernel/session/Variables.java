package io.github.alprolab.kernel.session;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/** The variables of the cells. */
public final class Variables {
    private final JShell shell;
    private final VariableFields fields;

    Variables(JShell shell, VariableFields fields) {
        this.shell = shell;
        this.fields = fields;
    }

    /**
     * One variable.
     *
     * @param name its name; {@code $1}, {@code $2}, … are the last unnamed results
     * @param type its declared type as the compiler writes it
     * @param value its present value, empty for null
     */
    public record Variable(String name, String type, Optional<Object> value) {

        /** Whether it is a result that no cell gave a name. */
        public boolean unnamed() {
            return name.startsWith("$");
        }
    }

    /**
     * What a variable keeps in memory. What two variables share counts in both.
     *
     * @param heap bytes of the Java heap
     * @param nativeBytes bytes outside of it
     */
    public record Usage(Variable variable, HeapSize heap, long nativeBytes) {}

    /** All variables in the order of their declaration. */
    public List<Variable> list() {
        return shell.variables()
                .filter(variable -> shell.status(variable).isDefined())
                .map(this::variable)
                .toList();
    }

    /** All variables with their memory; {@code nativeBytes} knows what values hold natively. */
    public List<Usage> usage(ToLongFunction<Object> nativeBytes) {
        return list().stream()
                .map(
                        variable ->
                                new Usage(
                                        variable,
                                        variable.value()
                                                .map(HeapSize::of)
                                                .orElse(new HeapSize(0, true)),
                                        variable.value().map(nativeBytes::applyAsLong).orElse(0L)))
                .toList();
    }

    private Variable variable(VarSnippet snippet) {
        return new Variable(snippet.name(), snippet.typeName(), fields.value(snippet.name()));
    }
}
