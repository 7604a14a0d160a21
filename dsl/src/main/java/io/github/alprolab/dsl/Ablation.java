package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * A pre-training with and without some of its parts (paper section 4.4), each variant scored alike.
 * A value: each edit returns a copy. Finished runs are loaded and interrupted ones go on.
 *
 * <pre>{@code
 * Ablation.objectives(pretraining)
 *         .scoredBy(r -> Experiment.retrieval("ablation").pairs(pairs.only(Split.VALIDATION)).from(r.best()))
 *         .seeds(1, 2).run().table()
 * }</pre>
 */
public final class Ablation implements Shown {
    private record Parts(
            String title,
            List<String> axes,
            List<PlannedRun<Pretraining>> variants,
            int full,
            Optional<Function<PretrainingRun, ? extends Experiment>> scoring,
            List<Long> seeds) {}

    private static final String WITH = "✓";
    private static final String WITHOUT = "–";

    private final Parts parts;

    private Ablation(Parts parts) {
        this.parts = parts;
    }

    private static Ablation of(
            String title, List<String> axes, List<PlannedRun<Pretraining>> variants, int full) {
        return new Ablation(
                new Parts(title, axes, List.copyOf(variants), full, Optional.empty(), List.of()));
    }

    /**
     * Objectives added one after another, then all but each one: for the paper's four VTC; + VTM; +
     * MLM; + PEM; all minus MLM; all minus VTM; all minus VTC.
     *
     * @throws AdviceException for a pre-training with a single objective
     */
    public static Ablation objectives(Pretraining pretraining) {
        List<Objective> all = pretraining.losses().objectives();
        if (all.size() < 2) {
            throw new AdviceException(
                    "C39",
                    "“%s” has the objective %s alone; an ablation takes one of at least two away."
                            .formatted(pretraining.name(), all.get(0).name()),
                    "Ablation.objectives(pretraining.losses(Losses.alpro()))");
        }
        List<PlannedRun<Pretraining>> variants = new ArrayList<>();
        for (List<Objective> some : subsets(all)) {
            Losses losses = pretraining.losses();
            for (Objective one : all) {
                losses = some.contains(one) ? losses : losses.without(one);
            }
            variants.add(
                    variant(
                            all.stream().map(o -> some.contains(o) ? WITH : WITHOUT).toList(),
                            String.join(" + ", some.stream().map(Objective::name).toList()),
                            pretraining.losses(losses)));
        }
        return of(
                title("Objectives", pretraining),
                all.stream().map(Objective::name).toList(),
                variants,
                all.size() - 1);
    }

    /** The first one, two, … all; then all but the last but one, … all but the first. */
    private static Set<List<Objective>> subsets(List<Objective> all) {
        Set<List<Objective>> some = new LinkedHashSet<>();
        for (int count = 1; count <= all.size(); count++) {
            some.add(List.copyOf(all.subList(0, count)));
        }
        for (int out = all.size() - 2; out >= 0; out--) {
            List<Objective> rest = new ArrayList<>(all);
            rest.remove(out);
            some.add(List.copyOf(rest));
        }
        return some;
    }

    /**
     * The prompter's most frequent entities, so many of them each.
     *
     * @param counts at least 1 each, such as 10, 25, 50; the greatest is what others are compared
     *     with
     * @throws AdviceException without a prompter
     */
    public static Ablation entities(Pretraining pretraining, int... counts) {
        Prompter prompter = prompter(pretraining);
        List<PlannedRun<Pretraining>> variants = new ArrayList<>();
        int[] sorted = Arrays.stream(counts).sorted().distinct().toArray();
        Range.atLeast(1, sorted.length, "entities");
        for (int count : sorted) {
            variants.add(
                    variant(
                            List.of(Integer.toString(count)),
                            count + " entities",
                            pretraining.prompter(
                                    prompter.entities(prompter.entities().top(count)))));
        }
        return of(title("Entities", pretraining), List.of("entities"), variants, sorted.length - 1);
    }

    /**
     * The prompter's sentences: all, the first of them alone, and the bare name.
     *
     * @throws AdviceException without a prompter
     */
    public static Ablation templates(Pretraining pretraining) {
        Prompter prompter = prompter(pretraining);
        List<String> all = prompter.templates().texts();
        return of(
                title("Templates", pretraining),
                List.of("templates"),
                List.of(
                        sentences("all " + all.size(), pretraining, prompter.templates()),
                        sentences("the first alone", pretraining, Templates.of(all.get(0))),
                        sentences("the bare name", pretraining, Templates.of("{}"))),
                0);
    }

    private static PlannedRun<Pretraining> sentences(
            String words, Pretraining pretraining, Templates templates) {
        Prompter prompter = prompter(pretraining);
        return variant(List.of(words), words, pretraining.prompter(prompter.templates(templates)));
    }

    /** Divided attention, joint attention and attention in space alone. */
    public static Ablation attention(Pretraining pretraining) {
        VideoAttention own = pretraining.encoders().video().attention();
        List<PlannedRun<Pretraining>> variants =
                Arrays.stream(VideoAttention.values()).map(a -> attending(pretraining, a)).toList();
        return of(title("Attention", pretraining), List.of("attention"), variants, own.ordinal());
    }

    private static PlannedRun<Pretraining> attending(
            Pretraining pretraining, VideoAttention attention) {
        Encoders encoders = pretraining.encoders().video(v -> v.attention(attention));
        return variant(List.of(attention.name()), attention.name(), pretraining.encoders(encoders));
    }

    private static Prompter prompter(Pretraining pretraining) {
        return pretraining
                .prompter()
                .filter(p -> pretraining.losses().hearPrompter())
                .orElseThrow(
                        () ->
                                new AdviceException(
                                        "C39",
                                        "“%s” has no prompter that an objective hears."
                                                .formatted(pretraining.name()),
                                        "pretraining.prompter(Prompter.from(checkpoint)"
                                                + ".entities(entities))"));
    }

    private static PlannedRun<Pretraining> variant(
            List<String> values, String label, Pretraining experiment) {
        return new PlannedRun<>(values, label, OptionalLong.empty(), experiment);
    }

    private static String title(String what, Pretraining pretraining) {
        return "%s of “%s”".formatted(what, pretraining.name());
    }

    /**
     * Scored by what an experiment measures of each trained model, such as a retrieval, in place of
     * the training's own figures on VALIDATION.
     *
     * @param experiment of a finished run; its name is shared by all of them
     */
    public Ablation scoredBy(Function<PretrainingRun, ? extends Experiment> experiment) {
        Objects.requireNonNull(experiment, "experiment");
        return with(Optional.of(experiment), parts.seeds);
    }

    /**
     * With every variant run once for each seed.
     *
     * @param roots at least one, no two alike
     */
    public Ablation seeds(long... roots) {
        Sweep.requireSeeds(parts.variants.get(0).experiment(), roots);
        return with(parts.scoring, Arrays.stream(roots).boxed().toList());
    }

    private Ablation with(
            Optional<Function<PretrainingRun, ? extends Experiment>> scoring, List<Long> seeds) {
        return new Ablation(
                new Parts(parts.title, parts.axes, parts.variants, parts.full, scoring, seeds));
    }

    /** What exists already, what is to run, and what that costs; nothing is run. */
    public Report check() {
        return plan().check();
    }

    /**
     * Runs what is missing, one after another, each followed by what scores it. Stopped or killed
     * in the middle, the next call goes on where it was.
     *
     * @throws AdviceException when the check finds faults
     */
    public Ablated run() {
        Plan<Pretraining> plan = plan();
        List<DoneRun> done = plan.run();
        return new Ablated(
                DoneRun.title(parts.title, done.size(), plan.runs().size()),
                parts.axes,
                done,
                parts.variants.get(parts.full).values());
    }

    private Plan<Pretraining> plan() {
        long[] seeds = parts.seeds.stream().mapToLong(Long::longValue).toArray();
        return new Plan<>(
                parts.title,
                Sweep.seeded(parts.variants, seeds),
                parts.scoring.map(f -> run -> f.apply((PretrainingRun) run)));
    }

    @Override
    public Showing show() {
        return check().show();
    }

    @Override
    public String toString() {
        return check().toString();
    }
}
