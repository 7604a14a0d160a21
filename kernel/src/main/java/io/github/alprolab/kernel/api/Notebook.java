package io.github.alprolab.kernel.api;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Functions that every cell can call by their bare names. */
public final class Notebook {
    // Cells are static code: they reach their kernel through this one reference.
    private static final AtomicReference<Screen> SCREEN = new AtomicReference<>();

    private Notebook() {}

    /** Where values are shown. */
    public interface Screen {
        MimeBundle render(Object value);

        void show(MimeBundle bundle, String displayId, boolean update);
    }

    /** Connects cells to a kernel, once at its start. */
    public static void connect(Screen screen) {
        SCREEN.set(screen);
    }

    /** Shows a value now and returns the id by which {@link #updateDisplay} replaces it. */
    public static String display(Object value) {
        return display(value, UUID.randomUUID().toString());
    }

    /** Shows a value under an id. */
    public static String display(Object value, String displayId) {
        SCREEN.get().show(SCREEN.get().render(value), displayId, false);
        return displayId;
    }

    /** Replaces what is shown under an id. */
    public static void updateDisplay(String displayId, Object value) {
        SCREEN.get().show(SCREEN.get().render(value), displayId, true);
    }

    /** The representations a value would be shown by. */
    public static MimeBundle render(Object value) {
        return SCREEN.get().render(value);
    }
}
