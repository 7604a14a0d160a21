package io.github.alprolab.alpro.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of one thing, in the order in which they are declared. It is filled while the class
 * that declares them is loaded and closed by the first {@link #values}: a setting that was declared
 * is known to all that iterates, and one that was not cannot be set.
 *
 * <pre>{@code
 * private static final Schema TRAINER = new Schema("Trainer");
 * static final Setting<Integer> EPOCHS = TRAINER.add(Setting.count("epochs", 10, 1).says(…));
 * private static final Values STANDARD = TRAINER.values();
 * }</pre>
 */
public final class Schema {
    private final String name;
    private final List<Setting<?>> settings = new ArrayList<>();
    private boolean closed;

    /**
     * Without a setting so far.
     *
     * @param name of the thing, for messages
     */
    public Schema(String name) {
        this.name = name;
    }

    /** Declares a setting here. */
    public synchronized <T> Setting<T> add(Setting<T> setting) {
        if (closed) {
            throw new IllegalStateException(
                    "%s has values already; declare %s above them.".formatted(name, setting));
        }
        if (settings.stream().anyMatch(s -> s.name().equals(setting.name()))) {
            throw new IllegalStateException("%s has %s already.".formatted(name, setting));
        }
        setting.checked(setting.standard());
        settings.add(setting);
        return setting;
    }

    /** Of the thing. */
    public String name() {
        return name;
    }

    /** All of them, in order. */
    public synchronized List<Setting<?>> settings() {
        return List.copyOf(settings);
    }

    /** Every setting with its default; no more settings can be declared from now on. */
    public synchronized Values values() {
        closed = true;
        return Values.standard(this);
    }

    /** What a record does not write out, because it is the default: by name, as in records. */
    public Map<String, Object> leftOut() {
        Map<String, Object> all = new TreeMap<>();
        settings().stream()
                .filter(s -> s.identity() == Identity.WHERE_CHANGED)
                .forEach(s -> all.put(s.name(), json(s)));
        return all;
    }

    private static <T> Object json(Setting<T> setting) {
        return setting.json(setting.standard());
    }

    @Override
    public String toString() {
        return name + settings;
    }
}
