package io.github.alprolab.dsl.course;

import io.github.alprolab.datasets.gallery.Html;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a check says of an answer: ✓ or ✗ with words, and perhaps a hint. */
public final class Feedback implements Shown {
    private static final String RIGHT = "#009E73";
    private static final String WRONG = "#D55E00";

    private final String name;
    private final List<Line> lines;
    private final Optional<String> hint;
    private final Optional<String> note;

    /**
     * One case.
     *
     * @param right whether it is
     * @param of what is special about it; blank where there is one case
     * @param words parts of a sentence, some of them blank
     */
    record Line(boolean right, String of, List<String> words) {
        static final Line OPEN = new Line(false, "", List.of("no answer yet"));

        private String text() {
            String said =
                    words.stream().filter(w -> !w.isBlank()).collect(Collectors.joining("; "));
            return of.isBlank() ? said : said.isBlank() ? of : of + ": " + said;
        }

        private String mark() {
            return right ? "✓" : "✗";
        }
    }

    Feedback(String name, List<Line> lines, Optional<String> hint, Optional<String> note) {
        this.name = name;
        this.lines = List.copyOf(lines);
        this.hint = hint;
        this.note = note;
    }

    /** Whether the exercise is done. */
    public boolean passed() {
        return !lines.isEmpty() && lines.stream().allMatch(Line::right);
    }

    /** What helps, where there is something. */
    public Optional<String> hint() {
        return hint;
    }

    /**
     * A grade: all points where it is passed, else none. As text it is the number alone, which is
     * what nbgrader reads.
     *
     * @param most at least 0
     */
    public Points points(double most) {
        return new Points(passed() ? most : 0, most, this);
    }

    private String mark() {
        return passed() ? "✓" : "✗";
    }

    private Stream<String> help() {
        return Stream.concat(hint.map(h -> "Hint: " + h).stream(), note.stream());
    }

    String plain() {
        Stream<String> cases = lines.stream().map(l -> "  " + l.mark() + " " + l.text());
        return Stream.of(Stream.of(mark() + " " + name), cases, help().map(h -> "  " + h))
                .flatMap(s -> s)
                .collect(Collectors.joining("\n"));
    }

    /** A bar at its side says the same as the mark, in colours that all can tell apart. */
    String html(String more) {
        String cases =
                lines.stream()
                        .map(l -> "<div>%s %s</div>".formatted(l.mark(), Html.escape(l.text())))
                        .collect(Collectors.joining());
        String rest =
                help().map(h -> "<div style=\"margin-top:4px\">%s</div>".formatted(Html.escape(h)))
                        .collect(Collectors.joining());
        return "<div style=\"border-left:5px %s %s;padding:2px 0 2px 10px\"><div><b>%s %s</b>%s</div>%s%s</div>"
                .formatted(
                        passed() ? "solid" : "dashed",
                        passed() ? RIGHT : WRONG,
                        mark(),
                        Html.escape(name),
                        Html.escape(more),
                        cases,
                        rest);
    }

    @Override
    public Showing show() {
        return Showing.plain(plain()).html(html(""));
    }

    @Override
    public String toString() {
        return plain();
    }
}
