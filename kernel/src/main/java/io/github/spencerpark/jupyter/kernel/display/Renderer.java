package io.github.spencerpark.jupyter.kernel.display;

import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What shows values; renderers that notebooks register come before all others. */
public final class Renderer {

    /** Begins the registration of a renderer; it ends with {@code register}. */
    public <T> RenderRegistration<T> createRegistration(Class<T> type) {
        return new RenderRegistration<>(type);
    }

    /** The representations by which a value is shown. */
    public DisplayData render(Object value) {
        return renderAs(value);
    }

    /** The representations of a value that are asked for, and its text. */
    public DisplayData renderAs(Object value, String... types) {
        return new DisplayData(Notebook.render(value, types));
    }

    /**
     * A renderer to be.
     *
     * @param <T> the type it renders
     */
    public static final class RenderRegistration<T> {
        private final Set<Class<? extends T>> classes = new LinkedHashSet<>();
        private final Set<MIMEType> supported = new LinkedHashSet<>();
        private final Set<MIMEType> preferred = new LinkedHashSet<>();

        private RenderRegistration(Class<T> type) {
            classes.add(type);
        }

        /** Says by which types values can be rendered. */
        public RenderRegistration<T> supporting(MIMEType... types) {
            supported.addAll(List.of(types));
            return this;
        }

        /** Says by which types values can be rendered. */
        public RenderRegistration<T> supporting(String... types) {
            return supporting(parsed(types));
        }

        /** Says by which types values are shown where nobody asks for others. */
        public RenderRegistration<T> preferring(MIMEType... types) {
            preferred.addAll(List.of(types));
            return supporting(types);
        }

        /** Says by which types values are shown where nobody asks for others. */
        public RenderRegistration<T> preferring(String... types) {
            return preferring(parsed(types));
        }

        /** Says that values of this type are rendered too. */
        public RenderRegistration<T> onType(Class<? extends T> type) {
            classes.add(type);
            return this;
        }

        /** Registers what renders. */
        public void register(RenderFunction<? super T> function) {
            for (Class<? extends T> type : classes) {
                Notebook.addDisplayer(
                        new Registered<>(
                                type, Set.copyOf(supported), Set.copyOf(preferred), function));
            }
        }

        private static MIMEType[] parsed(String... types) {
            return Stream.of(types).map(MIMEType::parse).toArray(MIMEType[]::new);
        }
    }

    private record Registered<T>(
            Class<T> type,
            Set<MIMEType> supported,
            Set<MIMEType> preferred,
            RenderFunction<? super T> function)
            implements Displayer<T> {
        @Override
        public MimeBundle display(T value) {
            return rendered(value, preferred);
        }

        @Override
        public MimeBundle display(T value, List<String> types) {
            return rendered(value, types.stream().map(MIMEType::parse).collect(Collectors.toSet()));
        }

        private MimeBundle rendered(T value, Set<MIMEType> requested) {
            DisplayData out = new DisplayData(String.valueOf(value));
            function.render(value, new RenderContext(requested, out));
            return out.display();
        }
    }
}
