package io.github.alprolab.kernel.api;

/**
 * Knows how much memory outside the heap a value holds, for {@code %memory}. Found by {@link
 * java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface NativeSize {
    /** Bytes outside the heap that this one object holds itself, 0 for objects it does not know. */
    long bytes(Object value);
}
