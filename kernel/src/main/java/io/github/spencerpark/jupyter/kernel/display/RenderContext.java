package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a value is to be rendered by, and where the representations go. */
public final class RenderContext {
    private final Set<MIMEType> requested;
    private final DisplayData out;

    RenderContext(Set<MIMEType> requested, DisplayData out) {
        this.requested = Set.copyOf(requested);
        this.out = out;
    }

    /** What shows other values. */
    public Renderer getRenderer() {
        return new Renderer();
    }

    /** Where the representations go. */
    public DisplayData getOutputContainer() {
        return out;
    }

    /** Whether a type is asked for. */
    public boolean wantsDataRenderedAs(MIMEType type) {
        return resolved(type).isPresent();
    }

    /** The type that is meant by one that is supported; null where it is not asked for. */
    public MIMEType resolveRequestedType(MIMEType supported) {
        return resolved(supported).orElse(null);
    }

    /** Renders by a type where it is asked for. */
    public void renderIfRequested(MIMEType supported, Supplier<Object> render) {
        resolved(supported).ifPresent(type -> out.putData(type, render.get()));
    }

    /** Renders by a type where it is asked for. */
    public void renderIfRequested(MIMEType supported, Function<MIMEType, Object> render) {
        resolved(supported).ifPresent(type -> out.putData(type, render.apply(type)));
    }

    /** Renders by a type where it is asked for. */
    public void renderIfRequested(MIMEType supported, BiConsumer<MIMEType, DisplayData> render) {
        resolved(supported).ifPresent(type -> render.accept(type, out));
    }

    private Optional<MIMEType> resolved(MIMEType supported) {
        if (requested.stream().anyMatch(type -> type.means(supported))) {
            return Optional.of(supported);
        }
        return requested.stream().filter(supported::means).findFirst();
    }
}
