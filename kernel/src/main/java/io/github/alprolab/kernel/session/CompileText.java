package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** What the compiler refuses, as lines to read. */
final class CompileText {
    /** After such a fault nothing that the compiler says of the line can be relied on. */
    private static final Pattern GRAMMAR =
            Pattern.compile("compiler\\.err\\.(?:expected|illegal|not\\.stmt)");

    private CompileText() {}

    /** Compile errors with the line they point at and what may be written instead. */
    static CellError compile(
            List<Diag> faults, Rewritten text, SnippetPlaces.Place place, CompileAdvice advice) {
        List<String> lines = new ArrayList<>();
        Optional<String> first = Optional.empty();
        String snippet = text.written();
        for (Fault fault :
                told(faults.stream().map(said -> Fault.of(said, text)).toList(), snippet)) {
            String message = PlainWords.of(fault, snippet);
            first = first.or(() -> message.lines().findFirst());
            lines.add(ErrorText.RED + "error: " + ErrorText.PLAIN + message);
            lines.add(Marker.below(fault.position(), fault.end(), snippet, place));
            lines.addAll(advice.lines(fault, snippet));
        }
        return new CellError("CompileError", first.orElse(""), lines);
    }

    /** A fault of which there is no more to say than its own words. */
    static CellError plain(Fault fault, SnippetPlaces.Place place) {
        String snippet = place.text().written();
        return new CellError(
                "CompileError",
                fault.message(),
                List.of(
                        ErrorText.RED + "error: " + ErrorText.PLAIN + fault.message(),
                        Marker.below(fault.position(), fault.end(), snippet, place)));
    }

    /** What a declaration needs and nothing declares, such as {@code method odd(int)}. */
    static List<String> missing(
            String needed, String snippet, SnippetPlaces.Place place, CompileAdvice advice) {
        List<String> lines = new ArrayList<>();
        lines.add("There is no " + needed + " here.");
        String name = needed.replaceAll("^\\w+ |\\(.*", "");
        Matcher found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(snippet);
        if (found.find()) {
            lines.add(Marker.below(found.start(), found.end(), snippet, place));
            lines.addAll(
                    advice.instead(
                            snippet.substring(0, found.start()),
                            name,
                            snippet.substring(found.end()),
                            needed.endsWith(")")));
        }
        return lines;
    }

    /** An error that ended the compiler itself. */
    static CellError crash(Error error, int cell) {
        boolean deep = Thrown.words(error).contains(StackOverflowError.class.getSimpleName());
        String message =
                deep
                        ? "The code is nested too deeply for the compiler. Divide it into several"
                                + " statements or methods; read data from a file."
                        : "The compiler of this Java failed: " + Thrown.words(error);
        return new CellError(
                "CompileError",
                message,
                List.of(
                        ErrorText.RED + "error: " + ErrorText.PLAIN + message,
                        "    in cell " + cell));
    }

    /** A comment that takes the rest of the cell with it. */
    static CellError comment(SnippetPlaces.Place place) {
        String snippet = place.text().written();
        int begin = snippet.indexOf("/*", snippet.lastIndexOf("*/") + 1);
        String message = "A comment begins with /* and does not end.";
        return plain(new Fault(true, "comment", begin, begin + 2, message), place);
    }

    /** Without what only follows: JShell tries some code in several ways and tells of all. */
    private static List<Fault> told(List<Fault> faults, String snippet) {
        List<Fault> errors = faults.stream().filter(Fault::isError).toList();
        if (errors.size() < 2) {
            return errors.isEmpty() ? faults : errors;
        }
        if (errors.get(0).code().equals("compiler.err.dot.class.expected")) {
            return errors.subList(0, 1);
        }
        List<Fault> sure = new ArrayList<>();
        Set<Integer> broken = new HashSet<>();
        for (Fault fault : errors) {
            int line = Marker.line(fault.position(), snippet);
            if (fault.position() < snippet.length() && !broken.contains(line)) {
                sure.add(fault);
            }
            if (GRAMMAR.matcher(fault.code()).lookingAt()) {
                broken.add(line);
            }
        }
        return sure.isEmpty() ? errors.subList(0, 1) : sure;
    }
}
