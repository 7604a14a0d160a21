package io.github.alprolab.dsl.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether figures of runs may be compared: one thing differs, and it is not how they measured. */
public final class ComparisonChecks {
    private static final String CODE = "C38";

    /** Without these equal, figures answer different questions. */
    private static final Set<String> MEASURING =
            Set.of(
                    "data",
                    "only",
                    "limit",
                    "unreadable",
                    "captions",
                    "rerank",
                    "rescore",
                    "positions",
                    "frames",
                    "size",
                    "words",
                    "sampling",
                    "answers");

    private static final Set<String> OTHER_CLIPS = Set.of("data", "only", "limit", "unreadable");

    private ComparisonChecks() {}

    /** One line of it, for the title of a table. */
    public static String verdict(List<String> things) {
        if (things.isEmpty()) {
            return "no setting differs";
        }
        String all = named(things);
        if (things.size() > 1) {
            return "! confounded: " + all + " differ";
        }
        return MEASURING.contains(things.get(0))
                ? "! " + all + " alone differs, which changes how it is measured"
                : all + " alone differs";
    }

    /** How many things differ. */
    public static Finding fair(List<String> things) {
        if (things.isEmpty()) {
            return Finding.fine(CODE, "No setting differs: any difference comes from the machine.");
        }
        if (things.size() > 1) {
            return Finding.warning(
                    CODE,
                    "%d things differ, so a difference cannot be put down to one of them: %s."
                            .formatted(things.size(), named(things)),
                    "Runs.compare(…) of runs that differ in one of them");
        }
        return things.get(0).equals("seed")
                ? Finding.note(CODE, "The seed alone differs: the differences are those of chance.")
                : Finding.fine(CODE, named(things) + " alone differs: the comparison is fair.");
    }

    /** What is measured differently; empty where nothing is. */
    public static Optional<Finding> conditions(List<String> things) {
        List<String> measured = things.stream().filter(MEASURING::contains).toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        boolean clips = measured.stream().anyMatch(OTHER_CLIPS::contains);
        return Optional.of(
                Finding.warning(
                        CODE,
                        "%s: figures are measured %s, which changes them without any change of the model."
                                .formatted(
                                        named(measured),
                                        clips ? "on other clips" : "in another way"),
                        "Name it beside the figures, or measure all of them alike"));
    }

    /** Runs that share no metric of one split. */
    public static Finding nothingInCommon(String figures) {
        return Finding.warning(
                CODE,
                "The runs have no figure in common. " + figures + ".",
                "Experiment.retrieval(…) of each of them, then Runs.compare(…) of those");
    }

    private static String named(List<String> things) {
        String all = things.stream().limit(8).collect(Collectors.joining(", "));
        return things.size() > 8 ? all + ", … " + (things.size() - 8) + " more" : all;
    }
}
