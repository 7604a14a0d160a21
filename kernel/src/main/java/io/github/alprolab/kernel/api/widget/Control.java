package io.github.alprolab.kernel.api.widget;

import io.github.alprolab.kernel.api.Content;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.function.Consumer;

/**
 * A widget in which the reader chooses a value.
 *
 * @param <T> the values
 */
public abstract class Control<T> extends Widget {
    private final Property<String> label = property("label", "");

    Control(String page) {
        super(Pages.script(page), Pages.style());
    }

    /** The value now. */
    public abstract T value();

    /**
     * Another value, also on the page.
     *
     * @throws IllegalArgumentException where it is not allowed
     */
    public abstract void set(T value);

    /** Calls back with every other value; {@link Property#onChange} says when and where. */
    public abstract Control<T> onChange(Consumer<? super T> listener);

    /** What it is called on the page. */
    public Control<T> label(String words) {
        label.set(words);
        return this;
    }

    /** What may be chosen, in words. */
    abstract String range();

    @Override
    protected final MimeBundle still() {
        String name = label.get().isEmpty() ? getClass().getSimpleName() : label.get();
        return MimeBundle.plain(name + ": " + value() + " (" + range() + ")")
                .and(
                        "text/html",
                        "%s: <b>%s</b> (%s)"
                                .formatted(
                                        Content.escape(name),
                                        Content.escape(String.valueOf(value())),
                                        Content.escape(range())));
    }
}
