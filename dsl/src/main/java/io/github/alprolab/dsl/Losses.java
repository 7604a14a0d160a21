package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Mlm;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.alpro.objective.Recorded;
import io.github.alprolab.alpro.objective.Vtc;
import io.github.alprolab.alpro.objective.Vtm;
import io.github.alprolab.alpro.objective.Written;
import io.github.alprolab.alpro.setting.SettingException;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objectives of pre-training with their options. A value: each edit returns a copy.
 *
 * <pre>{@code
 * Losses.alpro().vtc(v -> v.temperature(0.07)).pem(p -> p.ignoreBelow(0.2))
 * Losses.of(Objective.VTC).and(order, 0.5)
 * }</pre>
 */
public final class Losses implements Shown {
    private final List<Objective> objectives;

    private Losses(Collection<? extends Objective> objectives) {
        if (objectives.isEmpty()) {
            throw new AdviceException(
                    "C27",
                    "No objective is left; at least one is needed, such as VTC.",
                    "Losses.of(Objective.VTC)");
        }
        try {
            this.objectives = Objective.inOrder(objectives);
        } catch (IllegalArgumentException e) {
            throw new AdviceException("C27", e.getMessage(), "Objective.named(\"another name\")");
        }
    }

    /** The paper's sum of four, each of weight 1. */
    public static Losses alpro() {
        return new Losses(Objective.published());
    }

    /** Some objectives, such as {@code Objective.VTC}. */
    public static Losses of(Objective... objectives) {
        return new Losses(List.of(objectives));
    }

    /** With one more, in the place of one of the same name. */
    public Losses and(Objective objective) {
        return new Losses(Stream.concat(others(objective), Stream.of(objective)).toList());
    }

    /** With one more, and the factor of its loss in the total. */
    public Losses and(Objective objective, double weight) {
        return and(advised(() -> objective.weight(weight)));
    }

    /** All but one objective. */
    public Losses without(Objective objective) {
        return new Losses(others(objective).toList());
    }

    /** Whether an objective of this name takes part. */
    public boolean has(Objective objective) {
        return find(objective).isPresent();
    }

    /** All that take part, in the order in which they are computed. */
    public List<Objective> objectives() {
        return objectives;
    }

    /** VTC with its options. */
    public Vtc vtc() {
        return the(Objective.VTC);
    }

    /** With other options of VTC, such as {@code v -> v.temperature(0.05)}. */
    public Losses vtc(UnaryOperator<Vtc> edit) {
        return edit(Objective.VTC, edit);
    }

    /** VTM with its options. */
    public Vtm vtm() {
        return the(Objective.VTM);
    }

    /** With other options of VTM. */
    public Losses vtm(UnaryOperator<Vtm> edit) {
        return edit(Objective.VTM, edit);
    }

    /** MLM with its options. */
    public Mlm mlm() {
        return the(Objective.MLM);
    }

    /** With other options of MLM, such as {@code m -> m.maskProbability(0.3)}. */
    public Losses mlm(UnaryOperator<Mlm> edit) {
        return edit(Objective.MLM, edit);
    }

    /** PEM with its options. */
    public Pem pem() {
        return the(Objective.PEM);
    }

    /** With other options of PEM, such as {@code p -> p.cropArea(0.2, 0.4)}. */
    public Losses pem(UnaryOperator<Pem> edit) {
        return edit(Objective.PEM, edit);
    }

    /** Weights, options, what each objective sees, and its value for a model that knows nothing. */
    public DataTable describe() {
        return DataTable.of("Losses: their weighted sum is minimised")
                .text("objective", objectives.stream().map(Objective::name).toList())
                .number("weight", objectives.stream().map(Objective::weight).toList(), 1)
                .text("question", objectives.stream().map(Objective::question).toList())
                .text("options", objectives.stream().map(Objective::optionWords).toList())
                .text("knows nothing", objectives.stream().map(o -> o.chance().words()).toList());
    }

    /** Whether somebody listens to a prompter. */
    boolean hearPrompter() {
        return objectives.stream().anyMatch(Pem.class::isInstance);
    }

    /** All that take part, ready to train with this prompter. */
    List<Objective> taughtBy(Optional<Prompter> prompter) {
        List<Objective> ready = new ArrayList<>();
        for (Objective objective : objectives) {
            ready.add(
                    objective instanceof Pem pem && prompter.isPresent()
                            ? pem.teacher(prompter.get().config())
                            : objective);
        }
        return ready;
    }

    /** The text of what sessions define and {@link #toString} names. */
    String definitions() {
        return objectives.stream()
                .map(
                        o ->
                                o instanceof Written written
                                        ? written.source()
                                        : o instanceof Recorded old ? old.source() : "")
                .filter(text -> !text.isBlank() && !text.startsWith("class "))
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }

    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>();
        objectives.forEach(o -> all.put(o.key(), o.identity()));
        return all;
    }

    /** From what {@link #settings} gave; what this session does not define is known by name. */
    static Losses recorded(Map<String, Map<String, Object>> settings) {
        List<Objective> all = new ArrayList<>();
        settings.forEach((key, own) -> all.add(Objective.recorded(key, own)));
        return new Losses(all);
    }

    private <T extends Objective> Losses edit(T plain, UnaryOperator<T> edit) {
        T before = the(plain);
        return and(advised(() -> edit.apply(before)));
    }

    /** What an objective of the library refuses, as advice. */
    private static <T> T advised(Supplier<T> work) {
        try {
            return work.get();
        } catch (SettingException e) {
            throw new AdviceException("C27", e.getMessage(), e.fix());
        }
    }

    @SuppressWarnings("unchecked") // objectives of one name are of one type
    private <T extends Objective> T the(T plain) {
        return (T)
                find(plain)
                        .orElseThrow(
                                () ->
                                        new AdviceException(
                                                "C27",
                                                plain.name() + " takes no part in these losses.",
                                                "losses.and(" + plain + ")"));
    }

    private Optional<Objective> find(Objective objective) {
        return objectives.stream().filter(o -> o.key().equals(objective.key())).findFirst();
    }

    private Stream<Objective> others(Objective objective) {
        return objectives.stream().filter(o -> !o.key().equals(objective.key()));
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Losses that && objectives.equals(that.objectives);
    }

    @Override
    public int hashCode() {
        return objectives.hashCode();
    }

    @Override
    public String toString() {
        return objectives.equals(Objective.published())
                ? "Losses.alpro()"
                : objectives.stream()
                        .map(Objective::toString)
                        .collect(Collectors.joining(", ", "Losses.of(", ")"));
    }
}
