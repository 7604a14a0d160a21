package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What cells throw as lines to read. The colours can be read on light and on dark pages. */
final class ErrorText {
    static final String RED = "\u001b[1;31m";
    static final String PLAIN = "\u001b[0m";
    private static final int FRAMES = 20;

    private ErrorText() {}

    /**
     * A thrown error with the user's frames and all causes. One with a text of its own instead of
     * the usual class and message is told by that text and by the places in cells alone; of its
     * causes only those that say something more.
     */
    static CellError thrown(Throwable real, Throwable translated, SnippetPlaces places) {
        List<String> lines = new ArrayList<>();
        Optional<String> own = Thrown.ownText(real);
        String before = "";
        Throwable frames = translated;
        for (Throwable cause : Thrown.chain(real)) {
            if (cause == real || !isTold(cause, own)) {
                lines.add(cause == real && own.isPresent() ? own.get() : heading(before, cause));
                lines.addAll(frames(frames == null ? cause : frames, places, own.isPresent()));
                for (Throwable suppressed : cause.getSuppressed()) {
                    lines.add("    suppressed: " + Thrown.words(suppressed));
                }
                before = "Caused by: ";
            }
            frames = frames == null ? null : frames.getCause();
        }
        if (real instanceof CellStopped && lines.size() == 1) { // between two snippets
            places.running().ifPresent(next -> lines.add("    before " + next.excerpt(1)));
        }
        return new CellError(Thrown.name(real), Thrown.message(real).orElse(""), lines);
    }

    private static String heading(String before, Throwable error) {
        return RED + before + Thrown.name(error) + PLAIN + message(error);
    }

    private static boolean isTold(Throwable cause, Optional<String> own) {
        return own.isPresent() && Thrown.message(cause).filter(own.get()::contains).isPresent();
    }

    /** What the JVM says of a compiled cell that it does not take. */
    static CellError unloaded(Throwable fault, SnippetPlaces.Place place) {
        String message =
                "The JVM does not take this compiled cell; nothing of it ran and nothing is declared."
                        + " Was a class that it uses changed or removed after the kernel loaded it?"
                        + " Then restart the kernel.";
        List<String> lines = new ArrayList<>();
        lines.add(RED + "error: " + PLAIN + message);
        lines.add("    at " + place.excerpt(1));
        Thrown.chain(fault).forEach(cause -> lines.add("Caused by: " + Thrown.words(cause)));
        return new CellError(Thrown.name(fault), message, lines);
    }

    private static String message(Throwable error) {
        return Thrown.message(error).map(text -> ": " + text).orElse("");
    }

    /**
     * The frames of cells, each once; of a library only the one that threw, and how many are left
     * out.
     *
     * @param cellsAlone whether nothing is told of libraries
     */
    private static List<String> frames(Throwable error, SnippetPlaces places, boolean cellsAlone) {
        List<String> lines = new ArrayList<>();
        StackTraceElement[] all = Thrown.frames(error);
        int left = 0;
        int first = firstOfOthers(all);
        for (int i = first; i <= lastOfCell(all, places); i++) {
            StackTraceElement frame = all[i];
            Optional<SnippetPlaces.Place> place = places.find(frame.getFileName());
            String line = "    at " + place.map(p -> inCell(frame, p)).orElse(frame.toString());
            boolean known = (place.isEmpty() && (cellsAlone || i > first)) || lines.contains(line);
            if (known || lines.size() >= FRAMES) {
                left += cellsAlone ? 0 : 1;
                continue;
            }
            leaveOut(lines, left);
            left = 0;
            lines.add(line);
        }
        leaveOut(lines, left);
        return lines;
    }

    /** What the kernel wove into a cell throws where the cell stands. */
    private static int firstOfOthers(StackTraceElement[] all) {
        String own = ErrorText.class.getPackageName() + ".";
        int first = 0;
        while (first < all.length && all[first].getClassName().startsWith(own)) {
            first++;
        }
        return first;
    }

    private static void leaveOut(List<String> lines, int count) {
        if (count > 0) {
            lines.add("    … " + count + (count == 1 ? " frame" : " frames") + " left out");
        }
    }

    /** What is below a cell's last frame belongs to the kernel. */
    private static int lastOfCell(StackTraceElement[] all, SnippetPlaces places) {
        int last = all.length - 1;
        while (last >= 0 && places.find(all[last].getFileName()).isEmpty()) {
            last--;
        }
        return last;
    }

    private static String inCell(StackTraceElement frame, SnippetPlaces.Place place) {
        String method = frame.getMethodName();
        boolean named = !method.isEmpty() && method.indexOf('$') < 0; // of a lambda or JShell's
        return (named ? method + ", " : "") + place.excerpt(Math.max(1, frame.getLineNumber()));
    }
}
