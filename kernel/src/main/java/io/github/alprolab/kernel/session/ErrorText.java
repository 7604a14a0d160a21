package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/** Errors of cells as lines to read. The colours can be read on light and on dark pages. */
final class ErrorText {
    private static final String RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";

    private ErrorText() {}

    /** Compile errors with the line they point at. */
    static CellError compile(List<Diag> faults, String snippet, SnippetPlaces.Place place) {
        List<String> lines = new ArrayList<>();
        String first = "";
        for (Diag fault : faults) {
            if (fault.isError() || faults.size() == 1) {
                String message = fault.getMessage(Locale.ROOT).strip();
                first = first.isEmpty() ? message.lines().findFirst().orElse("") : first;
                lines.add(RED + "error: " + PLAIN + message);
                lines.add(pointed(fault, snippet, place));
            }
        }
        return new CellError("CompileError", first, lines);
    }

    /** A thrown error with the user's frames and all causes. */
    static CellError thrown(Throwable real, Throwable translated, SnippetPlaces places) {
        List<String> lines = new ArrayList<>();
        String before = "";
        Throwable frames = translated;
        int depth = 0;
        for (Throwable cause = real; cause != null && depth < 10; cause = cause.getCause()) {
            lines.add(RED + before + cause.getClass().getName() + PLAIN + message(cause));
            lines.addAll(frames(frames == null ? cause : frames, places));
            frames = frames == null ? null : frames.getCause();
            before = "Caused by: ";
            depth++;
        }
        return new CellError(real.getClass().getName(), String.valueOf(real.getMessage()), lines);
    }

    private static String message(Throwable error) {
        return error.getMessage() == null ? "" : ": " + error.getMessage();
    }

    /** Frames up to the last one of a cell: what is below belongs to the kernel. */
    private static List<String> frames(Throwable error, SnippetPlaces places) {
        StackTraceElement[] all = error.getStackTrace();
        int last = all.length - 1;
        while (last >= 0 && places.find(all[last].getFileName()).isEmpty()) {
            last--;
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= last && lines.size() < 20; i++) {
            StackTraceElement frame = all[i];
            lines.add(
                    "    at "
                            + places.find(frame.getFileName())
                                    .map(p -> p.excerpt(Math.max(1, frame.getLineNumber())))
                                    .orElse(frame.toString()));
        }
        return lines;
    }

    private static String pointed(Diag fault, String snippet, SnippetPlaces.Place place) {
        int position = (int) Math.max(0, Math.min(fault.getPosition(), snippet.length()));
        String before = snippet.substring(0, position);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = position - (before.lastIndexOf('\n') + 1);
        String source = snippet.split("\n", -1)[line];
        int width =
                (int)
                        Math.max(
                                1,
                                Math.min(
                                        fault.getEndPosition() - position,
                                        source.length() - column));
        return "cell %d, line %d%n  %s%n  %s%s"
                .formatted(
                        place.cell(),
                        place.firstLine() + line,
                        source,
                        " ".repeat(column),
                        "^".repeat(width));
    }
}
