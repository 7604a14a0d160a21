package io.github.spencerpark.jupyter.kernel.display;

/**
 * Renders values of a type.
 *
 * @param <T> the type
 */
@FunctionalInterface
public interface RenderFunction<T> {
    /** Gives the context the representations that it asks for. */
    void render(T value, RenderContext context);
}
