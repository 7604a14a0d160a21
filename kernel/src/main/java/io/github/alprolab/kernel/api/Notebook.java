package io.github.alprolab.kernel.api;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Functions that every cell can call by their bare names. */
public class Notebook {
    // Cells are static code: they reach their kernel through this one reference.
    private static final AtomicReference<Screen> SCREEN = new AtomicReference<>();
    private static final AtomicReference<NotebookKernel> KERNEL = new AtomicReference<>();

    /** For other names of the same functions. */
    protected Notebook() {}

    /** Where values are shown. */
    public interface Screen {
        /** The representations that a value would be shown by; null is a value too. */
        MimeBundle render(Object value);

        /** The same for a caller who wants it by these MIME types; none for all. */
        default MimeBundle render(Object value, List<String> types) {
            return render(value);
        }

        /** Takes something that shows values of a type, before all others. */
        default void add(Displayer<?> displayer) {
            throw new UnsupportedOperationException("What shows values takes no displayers here.");
        }

        /** Shows something under an id, or in the place of what that id shows already. */
        void show(MimeBundle bundle, String displayId, boolean update);

        /** Has something done when the cell has run; without a notebook nothing is. */
        default void whenDone(Runnable work) {}

        /** Removes what the cell shows; without a notebook what is printed stays. */
        default void clear(boolean wait) {}

        /** Channels to parts of the front-end; empty where there is none. */
        default Optional<Comms> comms() {
            return Optional.empty();
        }

        /** Handles what came by them since; gives how many messages. */
        default int handleEvents() {
            return 0;
        }

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

    /** Connects cells to what runs their code, once at its start. */
    public static void connectKernel(NotebookKernel kernel) {
        KERNEL.set(kernel);
    }

    /**
     * Shows a value now and returns the id by which {@link #updateDisplay} replaces it.
     *
     * @param types MIME types to show it by, such as {@code "text/html"} for a text that is HTML;
     *     none for those it shows itself by
     */
    public static String display(Object value, String... types) {
        String displayId = UUID.randomUUID().toString();
        SCREEN.get().show(render(value, types), displayId, false);
        if (value instanceof Displayable shown && shown.changes()) {
            SCREEN.get().whenDone(() -> updateDisplay(displayId, value, types));
        }
        return displayId;
    }

    /** Replaces what is shown under an id. */
    public static void updateDisplay(String displayId, Object value, String... types) {
        SCREEN.get().show(render(value, types), displayId, true);
    }

    /** Channels to parts of the front-end, such as widgets; empty where there is none. */
    public static Optional<Comms> comms() {
        return Optional.ofNullable(SCREEN.get()).flatMap(Screen::comms);
    }

    /**
     * Handles what was done with widgets since this cell began, or since the last call: a long loop
     * that calls it reacts while it runs. Listeners run here, on the thread of the cell, and what
     * they throw ends it. Without this call they run when the cell is over.
     *
     * @return how many messages were handled
     * @throws IllegalStateException on another thread than that of the cell
     */
    public static int handleEvents() {
        return SCREEN.get().handleEvents();
    }

    /** The representations a value would be shown by. */
    public static MimeBundle render(Object value, String... types) {
        MimeBundle offered = SCREEN.get().render(value, List.of(types));
        return types.length == 0 ? offered : RequestedTypes.of(value, offered, types);
    }

    /**
     * Shows values of a type, with its subtypes, by a displayer from now on. It comes before all
     * others, and replaces the one that a cell gave for the same type.
     */
    public static void addDisplayer(Displayer<?> displayer) {
        SCREEN.get().add(displayer);
    }

    /** The running kernel. */
    public static NotebookKernel getKernelInstance() {
        return KERNEL.get();
    }

    /** Runs code as a cell would and returns the value of its last expression. */
    public static Object eval(String code) {
        return KERNEL.get().evalRaw(code);
    }

    /** Calls a line magic; the caller says which type its value has. */
    public static <T> T lineMagic(String name, List<String> arguments) {
        return call(MagicCall.line(name, arguments));
    }

    /** Calls a line magic with its arguments as they stand behind its name. */
    public static <T> T lineMagic(String name, String text) {
        return call(MagicCall.line(name, text));
    }

    /** Calls a cell magic; the caller says which type its value has. */
    public static <T> T cellMagic(String name, List<String> arguments, String body) {
        return call(MagicCall.line(name, arguments).above(body));
    }

    /** Prints as {@link java.io.PrintStream#printf} does. */
    public static void printf(String format, Object... values) {
        System.out.printf(format, values);
    }

    @SuppressWarnings("unchecked") // as in IJava: a wrong type fails where the value is used
    private static <T> T call(MagicCall call) {
        try {
            return (T) KERNEL.get().getMagics().call(call);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new MagicException(call.written() + " failed: " + e.getMessage(), e);
        }
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
