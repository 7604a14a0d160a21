package io.github.alprolab.kernel.api.widget;

import io.github.alprolab.kernel.api.Comm;
import io.github.alprolab.kernel.api.CommMessage;
import io.github.alprolab.kernel.api.Comms;
import io.github.alprolab.kernel.api.Content;
import io.github.alprolab.kernel.api.Displayable;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of the page that is shared with the kernel: properties, and a module of ECMAScript that
 * shows them. The module is an anywidget front-end module, whose default export has {@code render({
 * model, el })}.
 *
 * <pre>{@code
 * class Counter extends Widget {
 *     final Property<Integer> count = property("count", 0);
 *     Counter() {
 *         super("""
 *             export default { render({ model, el }) {
 *                 const button = document.createElement("button");
 *                 const show = () => button.textContent = "count is " + model.get("count");
 *                 button.onclick = () => {
 *                     model.set("count", model.get("count") + 1);
 *                     model.save_changes();
 *                 };
 *                 model.on("change:count", show);
 *                 show();
 *                 el.append(button);
 *             } }
 *             """);
 *     }
 * }
 * }</pre>
 *
 * <p>Properties may be read and set on any thread. What is done on the page reaches them, and the
 * listeners, on the thread of cells: between two cells, or inside one that calls {@code
 * handleEvents()}, never beside running code of a cell. A widget lives until it is closed or the
 * kernel ends.
 */
public abstract class Widget implements Displayable {
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";
    private static final String TARGET = "jupyter.widget";

    /** Of the messages of Jupyter's widgets. */
    private static final String VERSION = "2.1.0";

    private final String page;
    private final String style;
    private final Map<String, Property<?>> properties = new LinkedHashMap<>();
    private final Set<String> unsent = new LinkedHashSet<>();
    private final Object sending = new Object();
    private Optional<Comm> comm = Optional.empty();
    private boolean sendsLater;

    /** With a module of ECMAScript. */
    protected Widget(String page) {
        this(page, "");
    }

    /**
     * The same with a style sheet.
     *
     * @param style CSS for the whole page, so its selectors should be of the widget's own
     */
    protected Widget(String page, String style) {
        this.page = page;
        this.style = style;
    }

    /**
     * A value that is shared with the page.
     *
     * @param name as the page writes it; letters, digits and underscores, no underscore first
     * @param first not null; its class is that of all values
     */
    protected final <T> Property<T> property(String name, T first) {
        return add(new Property<>(this, name, PropertyType.of(first), first));
    }

    /** A list that is shared with the page, all of it anew with each change. */
    protected final <E> Property<List<E>> list(String name, Class<E> of, List<E> first) {
        return add(new Property<>(this, name, PropertyType.listOf(of), first));
    }

    private synchronized <T> Property<T> add(Property<T> made) {
        if (!made.name().matches("[A-Za-z][A-Za-z0-9_]*") || properties.containsKey(made.name())) {
            throw new IllegalArgumentException(
                    "“%s” cannot name a property; a name begins with a letter, has letters, digits and underscores, and is taken once: %s."
                            .formatted(made.name(), properties.keySet()));
        }
        properties.put(made.name(), made);
        return made;
    }

    /** A picture as bytes for a property, in JPEG; a page shows them as a blob. */
    protected static byte[] jpeg(BufferedImage picture) {
        return FramePictures.jpeg(picture);
    }

    /** Sends the page a message, which it hears by {@code model.on("msg:custom", …)}. */
    public final void send(Map<String, Object> content, byte[]... buffers) {
        flush();
        Map<String, Object> data = Map.of("method", "custom", "content", content);
        open().ifPresent(c -> c.send(new CommMessage(data, Map.of(), List.of(buffers))));
    }

    /** Hears what the page sends by {@code model.send(…)}; by default nothing is done. */
    protected void received(Map<String, Object> content, List<byte[]> buffers) {}

    /**
     * What is shown where no widget can be: in a saved notebook, on GitHub, in a console. By
     * default the values; what comes from files of others belongs through {@link Content#escape}.
     */
    protected MimeBundle still() {
        return MimeBundle.plain(toString())
                .and("text/html", "<code>" + Content.escape(toString()) + "</code>");
    }

    @Override
    public final MimeBundle display() {
        MimeBundle still = still();
        Optional<Comms> comms = Notebook.comms();
        if (comms.isEmpty()) {
            return still;
        }
        Comm shown = connected(comms.get());
        shown.moveHere();
        Map<String, Object> view =
                Map.of("version_major", 2, "version_minor", 0, "model_id", shown.id());
        return still.and(VIEW, view);
    }

    /** Takes it off every page; shown again it is another one. */
    public final void close() {
        Optional<Comm> open = open();
        forget();
        open.ifPresent(Comm::close);
    }

    private synchronized Optional<Comm> open() {
        return comm;
    }

    private synchronized void forget() {
        comm.ifPresent(OpenWidgets::remove);
        comm = Optional.empty();
    }

    private synchronized Comm connected(Comms comms) {
        if (comm.isEmpty()) {
            unsent.clear();
            Buffers buffers = new Buffers();
            Map<String, Object> data = data("update", buffers.detach(state()), buffers.paths());
            data.remove("method");
            Map<String, Object> version = Map.of("version", VERSION);
            Comm opened = comms.open(TARGET, new CommMessage(data, version, buffers.buffers()));
            opened.onMessage(this::hear);
            opened.onClose(this::forget);
            comm = Optional.of(opened);
            OpenWidgets.add(comms, opened, this);
        }
        return comm.get();
    }

    /** What the front-end shows it by. Any version: the module's interface is a stable one. */
    private Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        for (String part : List.of("model", "view")) {
            String name = part.equals("model") ? "AnyModel" : "AnyView";
            model.put("_" + part + "_module", "anywidget");
            model.put("_" + part + "_module_version", "*");
            model.put("_" + part + "_name", name);
        }
        model.put("_view_count", null);
        model.put("_anywidget_id", getClass().getName());
        model.put("_esm", page);
        model.put("_css", style);
        return model;
    }

    /** All that a page has to know. */
    final Map<String, Object> state() {
        Map<String, Object> state = model();
        state.putAll(values(properties.keySet()));
        return state;
    }

    private Map<String, Object> values(Set<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, properties.get(name).get()));
        return values;
    }

    /** Several changes in short time are one message. */
    final void changed(Property<?> property) {
        synchronized (this) {
            unsent.add(property.name());
            if (comm.isEmpty() || sendsLater) {
                return;
            }
            sendsLater = true;
        }
        WidgetTimer.soon(this::flush);
    }

    /** Sends what changed now; the last to send has the last values. */
    final void flush() {
        synchronized (sending) {
            Map<String, Object> values;
            Optional<Comm> to;
            synchronized (this) {
                values = values(unsent);
                unsent.clear();
                sendsLater = false;
                to = comm;
            }
            if (!values.isEmpty()) {
                to.ifPresent(c -> sendState(c, "update", values));
            }
        }
    }

    private static void sendState(Comm to, String method, Map<String, Object> values) {
        Buffers buffers = new Buffers();
        Map<String, Object> data = data(method, buffers.detach(values), buffers.paths());
        to.send(new CommMessage(data, Map.of(), buffers.buffers()));
    }

    private static Map<String, Object> data(
            String method, Map<String, Object> state, List<List<Object>> paths) {
        return new LinkedHashMap<>(Map.of("method", method, "state", state, "buffer_paths", paths));
    }

    private void hear(CommMessage message) {
        Object method = message.data().get("method");
        if ("update".equals(method)) {
            receiving(() -> update(message));
        } else if ("request_state".equals(method)) {
            open().ifPresent(c -> sendState(c, "update", state()));
        } else if ("custom".equals(method)) {
            receiving(() -> received(object(message.data().get("content")), message.buffers()));
        }
    }

    /** What listeners changed is sent when all are done. */
    private void receiving(Runnable work) {
        try {
            work.run();
        } finally {
            flush();
        }
    }

    /** Takes all values of a message, tells other pages of them, then calls the listeners. */
    private void update(CommMessage message) {
        Map<String, Object> state = object(message.data().get("state"));
        List<?> paths =
                message.data().get("buffer_paths") instanceof List<?> list ? list : List.of();
        Buffers.attach(state, paths, message.buffers());
        Failures failures = new Failures();
        List<Property<?>> changed = new ArrayList<>();
        Map<String, Object> taken = new LinkedHashMap<>();
        state.keySet().retainAll(properties.keySet());
        state.forEach(
                (name, value) ->
                        failures.guard(
                                () -> {
                                    if (take(properties.get(name), value)) {
                                        changed.add(properties.get(name));
                                    }
                                    taken.put(name, properties.get(name).get());
                                }));
        if (!taken.isEmpty()) {
            open().ifPresent(c -> sendState(c, "echo_update", taken));
        }
        changed.forEach(property -> failures.guard(property::tell));
        failures.throwFirst();
    }

    /** Where a value is refused, the page gets the one that stands. */
    private boolean take(Property<?> property, Object value) {
        try {
            return property.take(value);
        } catch (IllegalArgumentException e) {
            changed(property);
            throw e;
        }
    }

    @SuppressWarnings("unchecked") // a JSON object
    private static Map<String, Object> object(Object json) {
        return json instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** How messages call it. */
    String words() {
        return "the widget " + getClass().getSimpleName();
    }

    @Override
    public String toString() {
        return properties.values().stream()
                .map(p -> p.name() + " = " + PropertyType.words(p.get()))
                .collect(Collectors.joining(", ", getClass().getSimpleName() + "(", ")"));
    }
}
