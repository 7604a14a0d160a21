package io.github.alprolab.kernel.api.widget;

import java.util.function.Consumer;

/** A line of text; its value follows a moment after what is typed, at once with the enter key. */
public final class TextBox extends Control<String> {
    private final Property<String> value;

    /** Begins with a text. */
    TextBox(String text) {
        super("text-box.js");
        this.value = property("value", text);
    }

    @Override
    public String value() {
        return value.get();
    }

    @Override
    public void set(String text) {
        value.set(text);
    }

    @Override
    public TextBox onChange(Consumer<? super String> listener) {
        value.onChange(listener);
        return this;
    }

    @Override
    public TextBox label(String words) {
        super.label(words);
        return this;
    }

    @Override
    String range() {
        return "any text";
    }
}
