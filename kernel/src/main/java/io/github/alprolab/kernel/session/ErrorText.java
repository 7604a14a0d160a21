package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.Diag;

/** Errors of cells as lines to read. The colours can be read on light and on dark pages. */
final class ErrorText {
    private static final String RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";
    private static final int FRAMES = 20;

    private ErrorText() {}

    /** Compile errors with the line they point at and what may be written instead. */
    static CellError compile(
            List<Diag> faults, String snippet, SnippetPlaces.Place place, CompileAdvice advice) {
        List<String> lines = new ArrayList<>();
        Optional<String> first = Optional.empty();
        for (Diag fault : faults) {
            if (fault.isError() || faults.size() == 1) {
                String message = PlainWords.of(fault);
                first = first.or(() -> message.lines().findFirst());
                lines.add(RED + "error: " + PLAIN + message);
                lines.add(pointed(fault, snippet, place));
                lines.addAll(advice.lines(fault, snippet));
            }
        }
        return new CellError("CompileError", first.orElse(""), lines);
    }

    /** A thrown error with the user's frames and all causes. */
    static CellError thrown(Throwable real, Throwable translated, SnippetPlaces places) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        String before = "";
        Throwable frames = translated;
        for (Throwable cause = real; cause != null && told.add(cause); cause = cause.getCause()) {
            lines.add(RED + before + cause.getClass().getName() + PLAIN + message(cause));
            lines.addAll(frames(frames == null ? cause : frames, places));
            for (Throwable suppressed : cause.getSuppressed()) {
                lines.add("    suppressed: " + suppressed);
            }
            frames = frames == null ? null : frames.getCause();
            before = "Caused by: ";
        }
        return new CellError(
                real.getClass().getName(), Optional.ofNullable(text(real)).orElse(""), lines);
    }

    private static String message(Throwable error) {
        String text = text(error);
        return text == null ? "" : ": " + text;
    }

    /** An error's message; its own code may fail too. */
    private static String text(Throwable error) {
        try {
            return error.getMessage();
        } catch (RuntimeException | Error e) {
            return "(its message could not be read: " + e.getClass().getName() + ")";
        }
    }

    /** The frames of cells; of a library only the one that threw, and how many are left out. */
    private static List<String> frames(Throwable error, SnippetPlaces places) {
        List<String> lines = new ArrayList<>();
        StackTraceElement[] all = error.getStackTrace();
        int left = 0;
        int first = firstOfOthers(all);
        for (int i = first; i <= lastOfCell(all, places); i++) {
            StackTraceElement frame = all[i];
            Optional<SnippetPlaces.Place> place = places.find(frame.getFileName());
            if (lines.size() >= FRAMES || (place.isEmpty() && i > first)) {
                left++;
                continue;
            }
            leaveOut(lines, left);
            left = 0;
            lines.add("    at " + place.map(p -> inCell(frame, p)).orElse(frame.toString()));
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
        boolean named = !method.isEmpty() && !method.startsWith("lambda$");
        return (named ? method + ", " : "") + place.excerpt(Math.max(1, frame.getLineNumber()));
    }

    private static String pointed(Diag fault, String snippet, SnippetPlaces.Place place) {
        int position = (int) Math.max(0, Math.min(fault.getPosition(), snippet.length()));
        String before = snippet.substring(0, position);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = position - (before.lastIndexOf('\n') + 1);
        String source = snippet.split("\n", -1)[line];
        long width = Math.min(fault.getEndPosition() - position, source.length() - column);
        return "cell %d, line %d%n  %s%n  %s%s"
                .formatted(
                        place.cell(),
                        place.firstLine() + line,
                        source,
                        " ".repeat(column),
                        "^".repeat((int) Math.max(1, width)));
    }
}
