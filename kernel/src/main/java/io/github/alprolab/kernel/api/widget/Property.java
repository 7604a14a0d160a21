package io.github.alprolab.kernel.api.widget;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A value that a widget shares with its page: {@code model.get(name)} there. May be read and set on
 * any thread; what the page does to it is seen between cells, or inside one that calls {@code
 * handleEvents()}.
 *
 * @param <T> one of Boolean, Integer, Long, Double, String, {@code byte[]}, an enum, a record of
 *     these, or a list
 */
public final class Property<T> {
    private final Widget widget;
    private final String name;
    private final PropertyType<T> type;
    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T value;
    private volatile Predicate<? super T> allowed = any -> true;
    private volatile String allowedInWords = "";

    Property(Widget widget, String name, PropertyType<T> type, T first) {
        this.widget = widget;
        this.name = name;
        this.type = type;
        this.value = type.kept(first);
    }

    /** What the page knows it by. */
    public String name() {
        return name;
    }

    /** The value now. */
    public T get() {
        return value;
    }

    /**
     * Another value, also on the page; listeners hear of it here, on this thread.
     *
     * @throws IllegalArgumentException where it is not allowed
     */
    public void set(T other) {
        T kept = type.kept(Objects.requireNonNull(other, name));
        refusal(kept)
                .ifPresent(
                        words -> {
                            throw new IllegalArgumentException(words);
                        });
        if (!PropertyType.same(value, kept)) {
            value = kept;
            widget.changed(this);
            tell();
        }
    }

    /**
     * Calls back with every other value, whoever set it: on the thread that calls {@link #set}, and
     * on the thread of cells for what is done on the page. What a listener throws is shown below
     * the widget.
     */
    public Property<T> onChange(Consumer<? super T> listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Refuses other values, from cells and from the page.
     *
     * @param words what is allowed, such as {@code "a whole number of 0 to 10"}
     */
    public Property<T> allowed(Predicate<? super T> rule, String words) {
        allowed = rule;
        allowedInWords = words;
        refusal(value)
                .ifPresent(
                        refused -> {
                            throw new IllegalArgumentException(refused);
                        });
        return this;
    }

    /** Takes what the page sent; gives whether it is another value. */
    boolean take(Object sent) {
        T read;
        try {
            read = type.read(sent);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "For %s of %s %s".formatted(name, widget.words(), e.getMessage()),
                    e.getCause());
        }
        Optional<String> refused = refusal(read);
        if (refused.isPresent()) {
            throw new IllegalArgumentException(refused.get());
        }
        boolean other = !PropertyType.same(value, read);
        value = read;
        return other;
    }

    /** Calls the listeners, all of them; of several errors the first is thrown with the others. */
    void tell() {
        Failures failures = new Failures();
        listeners.forEach(listener -> failures.guard(() -> listener.accept(value)));
        failures.throwFirst();
    }

    private Optional<String> refusal(T some) {
        return allowed.test(some)
                ? Optional.empty()
                : Optional.of(
                        "For %s of %s %s was given; allowed is %s."
                                .formatted(
                                        name,
                                        widget.words(),
                                        PropertyType.words(some),
                                        allowedInWords));
    }
}
