package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        for (Diag fault : told(faults, snippet)) {
            String message = PlainWords.of(fault, snippet);
            first = first.or(() -> message.lines().findFirst());
            lines.add(RED + "error: " + PLAIN + message);
            lines.add(pointed(fault.getPosition(), fault.getEndPosition(), snippet, place));
            lines.addAll(advice.lines(fault, snippet));
        }
        return new CellError("CompileError", first.orElse(""), lines);
    }

    /** What a declaration needs and nothing declares, such as {@code method odd(int)}. */
    static List<String> missing(
            String needed, String snippet, SnippetPlaces.Place place, CompileAdvice advice) {
        List<String> lines = new ArrayList<>();
        lines.add("There is no " + needed + " here.");
        String name = needed.replaceAll("^\\w+ |\\(.*", "");
        Matcher found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(snippet);
        if (found.find()) {
            lines.add(pointed(found.start(), found.end(), snippet, place));
            lines.addAll(
                    advice.instead(
                            snippet.substring(0, found.start()), name, needed.endsWith(")")));
        }
        return lines;
    }

    /** A comment that takes the rest of the cell with it. */
    static CellError comment(String snippet, SnippetPlaces.Place place) {
        String message = "A comment begins with /* and does not end.";
        int begin = snippet.indexOf("/*", snippet.lastIndexOf("*/") + 1);
        return new CellError(
                "CompileError",
                message,
                List.of(
                        RED + "error: " + PLAIN + message,
                        pointed(begin, begin + 2, snippet, place)));
    }

    /** Without what only follows: JShell tries some code in several ways and tells of all. */
    private static List<Diag> told(List<Diag> faults, String snippet) {
        List<Diag> errors = faults.stream().filter(Diag::isError).toList();
        if (errors.size() < 2) {
            return errors.isEmpty() ? faults : errors;
        }
        if (errors.get(0).getCode().equals("compiler.err.dot.class.expected")) {
            return errors.subList(0, 1);
        }
        Set<Long> cut = new HashSet<>();
        return errors.stream()
                .filter(fault -> fault.getPosition() < snippet.length())
                .filter(fault -> !cut.contains(line(fault, snippet)) && note(fault, snippet, cut))
                .toList();
    }

    /** After a fault of its grammar nothing that the compiler says of a line can be relied on. */
    private static boolean note(Diag fault, String snippet, Set<Long> cut) {
        if (fault.getCode().matches("compiler\\.err\\.(expected|illegal|not\\.stmt).*")) {
            cut.add(line(fault, snippet));
        }
        return true;
    }

    private static long line(Diag fault, String snippet) {
        int end = (int) Math.max(0, Math.min(fault.getPosition(), snippet.length()));
        return snippet.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** A thrown error with the user's frames and all causes. */
    static CellError thrown(Throwable real, Throwable translated, SnippetPlaces places) {
        List<String> lines = new ArrayList<>();
        String before = "";
        Throwable frames = translated;
        for (Throwable cause : Thrown.chain(real)) {
            lines.add(RED + before + Thrown.name(cause) + PLAIN + message(cause));
            lines.addAll(frames(frames == null ? cause : frames, places));
            for (Throwable suppressed : cause.getSuppressed()) {
                lines.add("    suppressed: " + Thrown.words(suppressed));
            }
            frames = frames == null ? null : frames.getCause();
            before = "Caused by: ";
        }
        return new CellError(Thrown.name(real), Thrown.message(real).orElse(""), lines);
    }

    private static String message(Throwable error) {
        return Thrown.message(error).map(text -> ": " + text).orElse("");
    }

    /**
     * The frames of cells, each once; of a library only the one that threw, and how many are left
     * out.
     */
    private static List<String> frames(Throwable error, SnippetPlaces places) {
        List<String> lines = new ArrayList<>();
        StackTraceElement[] all = Thrown.frames(error);
        int left = 0;
        int first = firstOfOthers(all);
        for (int i = first; i <= lastOfCell(all, places); i++) {
            StackTraceElement frame = all[i];
            Optional<SnippetPlaces.Place> place = places.find(frame.getFileName());
            String line = "    at " + place.map(p -> inCell(frame, p)).orElse(frame.toString());
            boolean known = (place.isEmpty() && i > first) || lines.contains(line);
            if (known || lines.size() >= FRAMES) {
                left++;
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

    /** The line of a position in a snippet and a marker below it. */
    static String pointed(long from, long to, String snippet, SnippetPlaces.Place place) {
        int position = (int) Math.max(0, Math.min(from, snippet.length()));
        String before = snippet.substring(0, position);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = position - (before.lastIndexOf('\n') + 1);
        String source = snippet.split("\n", -1)[line];
        long width = Math.min(to - position, source.length() - column);
        return "cell %d, line %d%n  %s%n  %s%s"
                .formatted(
                        place.cell(),
                        place.firstLine() + line,
                        source,
                        blank(source.substring(0, column)),
                        "^".repeat((int) Math.max(1, width)));
    }

    /** Blanks as wide as a text: tabs stay, and what takes two columns gets two. */
    static String blank(String text) {
        StringBuilder blanks = new StringBuilder();
        text.codePoints()
                .forEach(
                        c ->
                                blanks.append(
                                        c == '\t'
                                                ? "\t"
                                                : Character.charCount(c) == 2 ? "  " : width(c)));
        return blanks.toString();
    }

    private static String width(int c) {
        boolean none =
                Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.FORMAT;
        return none ? "" : (c >= 0x2E80 && c <= 0xFF60) ? "\u3000" : " ";
    }
}
