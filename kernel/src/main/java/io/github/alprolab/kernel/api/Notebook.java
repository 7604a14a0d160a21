package io.github.alprolab.kernel.api;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
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

        /** Removes what the cell shows; without a notebook what is printed stays. */
        default void clear(boolean wait) {}

        /** Asks for a line; without a notebook at the console. */
        default String ask(String prompt, boolean secret) throws IOException {
            System.out.print(prompt);
            System.out.flush();
            Charset charset = Charset.defaultCharset();
            String line = new BufferedReader(new InputStreamReader(System.in, charset)).readLine();
            if (line == null) {
                throw new EOFException("The input ended before " + prompt + " was answered.");
            }
            return line;
        }
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

    /** Removes what this cell shows so far. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /**
     * Removes what this cell shows so far.
     *
     * @param wait whether it stays until something else is shown, so that nothing flickers
     */
    public static void clearOutput(boolean wait) {
        SCREEN.get().clear(wait);
    }

    /**
     * Asks the reader for a line.
     *
     * @throws UncheckedIOException when the client takes no input
     */
    public static String input(String prompt) {
        return ask(prompt, false);
    }

    /**
     * Asks the reader for a line that is hidden while it is typed.
     *
     * @throws UncheckedIOException when the client takes no input
     */
    public static String password(String prompt) {
        return ask(prompt, true);
    }

    private static String ask(String prompt, boolean secret) {
        try {
            return SCREEN.get().ask(prompt, secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
