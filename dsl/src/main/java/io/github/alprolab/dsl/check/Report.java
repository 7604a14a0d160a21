package io.github.alprolab.dsl.check;

import io.github.alprolab.datasets.gallery.Html;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code check()} found, and what a run would cost. Faults and warnings are shown first and
 * alone; how many others there are is one line, behind which they are folded.
 *
 * @param title name of the experiment
 * @param findings all of them, not only the first fault, the gravest first
 * @param costs the cost box; empty where faults leave nothing to count
 * @param folded whether notes and what is fine are counted and not listed
 */
public record Report(String title, List<Finding> findings, List<CostLine> costs, boolean folded)
        implements Shown {
    public Report {
        findings =
                findings.stream()
                        .sorted(Comparator.comparing((Finding f) -> f.level().ordinal()).reversed())
                        .toList();
        costs = List.copyOf(costs);
    }

    /** Folded. */
    public Report(String title, List<Finding> findings, List<CostLine> costs) {
        this(title, findings, costs, true);
    }

    /** The same with every finding listed. */
    public Report all() {
        return new Report(title, findings, costs, false);
    }

    /**
     * What a check finds, or the advice that ends it: a data set that cannot be read is a finding
     * like others.
     */
    public static Report advised(String title, Supplier<Report> check) {
        try {
            return check.get();
        } catch (AdviceException e) {
            return new Report(title, List.of(Finding.of(e)), List.of());
        }
    }

    /** What keeps the experiment from running. */
    public List<Finding> faults() {
        return findings.stream().filter(f -> f.level() == Level.FAULT).toList();
    }

    /** Whether nothing of what was found so far keeps an experiment from running. */
    public static boolean passes(List<Finding> findings) {
        return new Report("", findings, List.of()).passed();
    }

    /** Whether it may run. */
    public boolean passed() {
        return faults().isEmpty();
    }

    /**
     * Does nothing where the check passed.
     *
     * @throws AdviceException with all faults
     */
    public void require() {
        if (!passed()) {
            throw AdviceException.of(this);
        }
    }

    @Override
    public Showing show() {
        return Showing.plain(toString()).html(html());
    }

    @Override
    public String toString() {
        Stream<String> lines = (folded ? urgent() : findings).stream().map(Finding::toString);
        Stream<String> box = costs.stream().map(c -> "  %-16s %s".formatted(c.name(), c.value()));
        return Stream.of(Stream.of(title), lines, folded ? others().stream() : null, box)
                .flatMap(s -> s)
                .collect(Collectors.joining("\n"));
    }

    private List<Finding> urgent() {
        return findings.stream().filter(f -> f.level().compareTo(Level.WARNING) >= 0).toList();
    }

    private List<Finding> calm() {
        return findings.stream().filter(f -> f.level().compareTo(Level.WARNING) < 0).toList();
    }

    /** How many there are that need nothing, and how to see them. */
    private Optional<String> others() {
        int calm = calm().size();
        String list = calm == 1 ? "it" : "them";
        return calm == 0
                ? Optional.empty()
                : Optional.of("✓ " + count() + ": .all() lists " + list);
    }

    private String count() {
        int calm = calm().size();
        long notes = calm().stream().filter(f -> f.level() == Level.NOTE).count();
        String told = notes == 0 ? "" : ", %d with a note".formatted(notes);
        String others = calm == 1 ? "1 other is fine" : calm + " others are fine";
        String all = calm == 1 ? "the only check is fine" : "all " + calm + " are fine";
        return (urgent().isEmpty() ? all : others) + told;
    }

    private String html() {
        return "<div style=\"max-width:760px\"><div style=\"font-weight:600;padding:4px 0\">"
                + Html.escape(title)
                + "</div><div>"
                + urgent().stream().map(Report::html).collect(Collectors.joining())
                + (calm().isEmpty() ? "" : fold())
                + "</div>"
                + (costs.isEmpty() ? "" : box())
                + "</div>";
    }

    private String fold() {
        return "<details%s style=\"padding:2px 0\"><summary style=\"cursor:pointer\">✓ %s</summary>%s</details>"
                .formatted(
                        folded ? "" : " open",
                        count(),
                        calm().stream().map(Report::html).collect(Collectors.joining()));
    }

    private static String html(Finding finding) {
        String fix = finding.fix().map(f -> "<br><code>" + Html.escape(f) + "</code>").orElse("");
        return ("<div style=\"display:flex;gap:8px;padding:2px 0\"><span style=\"color:%s;"
                        + "font-weight:700;width:1em\">%s</span><span style=\"opacity:.6\">%s</span>"
                        + "<span>%s%s</span></div>")
                .formatted(
                        color(finding.level()),
                        finding.level().mark(),
                        Html.escape(finding.code()),
                        Html.escape(finding.text()),
                        fix);
    }

    private static String color(Level level) {
        return switch (level) {
            case FINE -> "rgb(0,158,115)";
            case NOTE -> "rgb(0,114,178)";
            case WARNING -> "rgb(230,159,0)";
            case FAULT -> "rgb(213,94,0)";
        };
    }

    private String box() {
        return costs.stream()
                .map(
                        c ->
                                "<tr><td style=\"text-align:left;opacity:.7;padding:1px 14px 1px 10px\">%s</td><td style=\"text-align:left;padding:1px 10px\">%s</td></tr>"
                                        .formatted(Html.escape(c.name()), Html.escape(c.value())))
                .collect(
                        Collectors.joining(
                                "",
                                "<table style=\"margin-top:6px;border:1px solid var(--jp-border-color2,#d8dee4);"
                                        + "border-radius:4px;font-variant-numeric:tabular-nums\">",
                                "</table>"));
    }
}
