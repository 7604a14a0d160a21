package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.dsl.Run;
import io.github.alprolab.dsl.TextPart;
import io.github.alprolab.dsl.VideoPart;
import io.github.alprolab.dsl.VideoQaRun;
import io.github.alprolab.dsl.show.Shown;
import java.util.Map;
import java.util.Set;

/**
 * Public members that packages need of each other and a notebook hardly ever: completion offers
 * them to those who begin to type them.
 */
final class Plumbing {
    private static final Map<Class<?>, Set<String>> MEMBERS =
            Map.of(
                    Shown.class,
                    Set.of("show"),
                    VideoPart.class,
                    Set.of("values"),
                    TextPart.class,
                    Set.of("values"),
                    Run.class,
                    Set.of("close", "scored"),
                    VideoQaRun.class,
                    Set.of("epochs"),
                    Metric.class,
                    Set.of("Kind", "ofEveryTraining", "ofTime"),
                    Objective.class,
                    Set.of(
                            "among",
                            "classes",
                            "colour",
                            "crops",
                            "frozen",
                            "fusedPasses",
                            "identity",
                            "inOrder",
                            "key",
                            "loss",
                            "lossMetric",
                            "missing",
                            "optionWords",
                            "parameters",
                            "question",
                            "readsMatched",
                            "recorded",
                            "reports",
                            "scores",
                            "shortIdentity",
                            "teacher",
                            "values"));

    private Plumbing() {}

    static boolean isHidden(Class<?> declaring, String member) {
        return MEMBERS.entrySet().stream()
                .anyMatch(
                        of ->
                                of.getKey().isAssignableFrom(declaring)
                                        && of.getValue().contains(member));
    }
}
