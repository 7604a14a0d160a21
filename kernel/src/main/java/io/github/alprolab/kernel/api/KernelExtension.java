package io.github.alprolab.kernel.api;

import java.util.List;
import java.util.Optional;

/** Adds imports, renderers and services to the kernel; found by {@link java.util.ServiceLoader}. */
public interface KernelExtension {

    /** What people call it, for messages. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Imports of every cell: {@code a.b.Name}, {@code a.b.*} or {@code static a.b.Name.*}. */
    default List<String> imports() {
        return List.of();
    }

    /** Renderers, which come before the kernel's own. */
    default List<Displayer<?>> displayers() {
        return List.of();
    }

    /** Bytes outside the Java heap that a value of the extension's own types holds, else 0. */
    default long nativeBytes(Object value) {
        return 0;
    }

    /** Magics, which come before the kernel's own of the same name. */
    default List<Magic> magics() {
        return List.of();
    }

    /**
     * Types whose static methods make values of other types, such as a catalogue of data sets. They
     * are offered among the arguments of that other type.
     */
    default List<Class<?>> makers() {
        return List.of();
    }

    /** Whether a member of a type is offered only to those who begin to type its name. */
    default boolean isHidden(Class<?> declaring, String member) {
        return false;
    }

    /** One line to print where a statement's value is dropped that its author may have wanted. */
    default Optional<String> advice(DroppedValue dropped) {
        return Optional.empty();
    }

    /**
     * Called once with what runs cells, in a notebook and in a script, before the first of them.
     */
    default void connected(NotebookKernel kernel) {}

    /** Called once, before the first cell of a notebook. */
    default void started(KernelServices services) {}
}
