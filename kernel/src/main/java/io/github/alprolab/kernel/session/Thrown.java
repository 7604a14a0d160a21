package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a thrown error says of itself, read so that nothing can go wrong: a class of a cell may
 * override every method, a message may be as long as the heap, and causes may form a ring.
 */
public final class Thrown {
    private static final int MOST_CAUSES = 20;
    private static final int MOST_CHARACTERS = 10_000;
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]+");

    private Thrown() {}

    /** The error's class and its message, where it has one. */
    public static String words(Throwable error) {
        return name(error) + message(error).map(text -> ": " + text).orElse("");
    }

    /** The error's message, not longer than anybody reads. */
    public static Optional<String> message(Throwable error) {
        String text = read(error::getMessage, "(its message cannot be read)");
        return Optional.ofNullable(text).map(Thrown::plain).map(Thrown::shortened);
    }

    /**
     * What an error wants to be shown as, where that is another text than the usual class and
     * message: it is meant for people, and the class would tell them nothing.
     */
    static Optional<String> ownText(Throwable error) {
        return Optional.ofNullable(read(error::toString, null))
                .filter(text -> !text.isBlank() && !text.contains(error.getClass().getName()))
                .map(Thrown::plain)
                .map(Thrown::shortened);
    }

    /** The name of the error's class, as a cell would write it. */
    public static String name(Throwable error) {
        return plain(error.getClass().getName());
    }

    /** A text without the names of the classes that JShell wraps around what cells declare. */
    public static String plain(String text) {
        return text.contains("$JShell$") ? WRAPPER.matcher(text).replaceAll("") : text;
    }

    /** The error and its causes, none twice. */
    public static List<Throwable> chain(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        Throwable next = error;
        while (next != null && chain.size() < MOST_CAUSES && seen.add(next)) {
            chain.add(next);
            next = read(next::getCause, null);
        }
        return chain;
    }

    static StackTraceElement[] frames(Throwable error) {
        return Stream.ofNullable(read(error::getStackTrace, null))
                .flatMap(Stream::of)
                .filter(Objects::nonNull)
                .toArray(StackTraceElement[]::new);
    }

    /** Errors with the same frames and causes, which are safe in the hands of JShell. */
    static Throwable standIn(Throwable error) {
        StandIn made = null;
        List<Throwable> chain = new ArrayList<>(chain(error));
        Collections.reverse(chain);
        for (Throwable one : chain) {
            made = new StandIn(made, frames(one));
        }
        return made;
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS / 2))
                        + "… %,d characters in all".formatted(text.length());
    }

    private static <T> T read(Supplier<T> part, T otherwise) {
        try {
            return part.get();
        } catch (CellStopped stopped) {
            throw stopped;
        } catch (Throwable e) { // also a StackOverflowError: what it says matters less than that
            return otherwise;
        }
    }

    private static final class StandIn extends Exception {
        private static final long serialVersionUID = 1;

        StandIn(Throwable cause, StackTraceElement[] frames) {
            super("", cause, false, true);
            setStackTrace(frames);
        }
    }
}
