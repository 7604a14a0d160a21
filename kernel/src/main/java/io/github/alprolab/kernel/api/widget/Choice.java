package io.github.alprolab.kernel.api.widget;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One of several values, chosen from a list; they are shown by their {@code toString}.
 *
 * @param <T> the values
 */
public final class Choice<T> extends Control<T> {
    private final Property<Integer> index;
    private final List<T> options;

    /** Begins with the first. */
    Choice(List<T> options) {
        super("choice.js");
        if (options.isEmpty()) {
            throw new IllegalArgumentException(
                    "A choice has at least one option; none is given, as in choice(\"a\", \"b\").");
        }
        this.options = List.copyOf(options);
        this.index =
                property("index", 0)
                        .allowed(
                                i -> i >= 0 && i < options.size(),
                                "a place of 0 to " + (options.size() - 1));
        list("options", String.class, this.options.stream().map(String::valueOf).toList());
    }

    @Override
    public T value() {
        return options.get(index.get());
    }

    @Override
    public void set(T option) {
        int place = options.indexOf(option);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "%s is none of the options: %s.".formatted(option, range()));
        }
        index.set(place);
    }

    @Override
    public Choice<T> onChange(Consumer<? super T> listener) {
        index.onChange(i -> listener.accept(options.get(i)));
        return this;
    }

    @Override
    public Choice<T> label(String words) {
        super.label(words);
        return this;
    }

    @Override
    String range() {
        return options.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
