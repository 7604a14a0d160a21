package io.github.alprolab.kernel.api.widget;

import io.github.alprolab.kernel.api.Content;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A button; what is done for a click is done on the thread of cells, when no cell runs. */
public final class Button extends Widget {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Property<String> label;

    /** With words on it. */
    Button(String words) {
        super(Pages.script("button.js"), Pages.style());
        this.label = property("label", words);
    }

    /** Adds what a click does. */
    public Button onClick(Runnable listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** Other words on it. */
    public Button label(String words) {
        label.set(words);
        return this;
    }

    @Override
    protected void received(Map<String, Object> content, List<byte[]> buffers) {
        if (Boolean.TRUE.equals(content.get("clicked"))) {
            Failures failures = new Failures();
            listeners.forEach(failures::guard);
            failures.throwFirst();
        }
    }

    @Override
    protected MimeBundle still() {
        return MimeBundle.plain("[" + label.get() + "] (a button)")
                .and("text/html", "<kbd>" + Content.escape(label.get()) + "</kbd> (a button)");
    }
}
