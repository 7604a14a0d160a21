package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.IgnoreRule;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The objectives of pre-training with their options. A value: each edit returns a copy.
 *
 * <pre>{@code
 * Losses.alpro().vtc(v -> v.temperature(0.07)).pem(p -> p.ignoreBelow(0.2))
 * }</pre>
 */
public final class Losses implements Shown {
    private final Set<Objective> on;
    private final VtcLoss vtc;
    private final VtmLoss vtm;
    private final MlmLoss mlm;
    private final PemLoss pem;

    private Losses(Set<Objective> on, VtcLoss vtc, VtmLoss vtm, MlmLoss mlm, PemLoss pem) {
        if (on.isEmpty()) {
            throw new AdviceException(
                    "C27",
                    "No objective is left; at least one of VTC, VTM, MLM and PEM is needed.",
                    "Losses.of(Objective.VTC)");
        }
        this.on = EnumSet.copyOf(on);
        this.vtc = vtc;
        this.vtm = vtm;
        this.mlm = mlm;
        this.pem = pem;
    }

    /** The paper's sum of four, each of weight 1. */
    public static Losses alpro() {
        return of(Objective.VTC, Objective.VTM, Objective.MLM, Objective.PEM);
    }

    /** Some of the four, with the paper's options. */
    public static Losses of(Objective... objectives) {
        LossConfig paper = LossConfig.alpro();
        EnumSet<Objective> on = EnumSet.noneOf(Objective.class);
        on.addAll(List.of(objectives));
        return new Losses(
                on,
                new VtcLoss(1, paper.temperature()),
                new VtmLoss(1),
                new MlmLoss(1, paper.maskProbability()),
                new PemLoss(
                        1,
                        paper.cropLeast(),
                        paper.cropMost(),
                        paper.ignoreBelow(),
                        IgnoreRule.PROBABILITY));
    }

    public VtcLoss vtc() {
        return vtc;
    }

    /** With other options of VTC, such as {@code v -> v.temperature(0.05)}. */
    public Losses vtc(UnaryOperator<VtcLoss> edit) {
        return new Losses(on, edit.apply(vtc), vtm, mlm, pem);
    }

    public VtmLoss vtm() {
        return vtm;
    }

    /** With other options of VTM. */
    public Losses vtm(UnaryOperator<VtmLoss> edit) {
        return new Losses(on, vtc, edit.apply(vtm), mlm, pem);
    }

    public MlmLoss mlm() {
        return mlm;
    }

    /** With other options of MLM, such as {@code m -> m.maskProbability(0.3)}. */
    public Losses mlm(UnaryOperator<MlmLoss> edit) {
        return new Losses(on, vtc, vtm, edit.apply(mlm), pem);
    }

    public PemLoss pem() {
        return pem;
    }

    /** With other options of PEM, such as {@code p -> p.cropArea(0.2, 0.4)}. */
    public Losses pem(UnaryOperator<PemLoss> edit) {
        return new Losses(on, vtc, vtm, mlm, edit.apply(pem));
    }

    /** All but one objective. */
    public Losses without(Objective objective) {
        EnumSet<Objective> left = EnumSet.copyOf(on);
        left.remove(objective);
        return new Losses(left, vtc, vtm, mlm, pem);
    }

    /** Whether an objective takes part. */
    public boolean has(Objective objective) {
        return on.contains(objective);
    }

    /** Weights, options, what each objective sees, and its value for a model that knows nothing. */
    public DataTable describe() {
        return LossesTable.of(this);
    }

    LossConfig config() {
        Map<Objective, Double> weights = new EnumMap<>(Objective.class);
        on.forEach(o -> weights.put(o, weight(o)));
        return new LossConfig(
                weights,
                vtc.temperature(),
                mlm.maskProbability(),
                pem.cropLeast(),
                pem.cropMost(),
                pem.ignoreBelow(),
                pem.ignoreRule());
    }

    double weight(Objective objective) {
        return switch (objective) {
            case VTC -> vtc.weight();
            case VTM -> vtm.weight();
            case MLM -> mlm.weight();
            case PEM -> pem.weight();
        };
    }

    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>();
        on.forEach(o -> all.put(o.name().toLowerCase(Locale.ROOT), part(o)));
        return all;
    }

    private Object part(Objective objective) {
        return switch (objective) {
            case VTC -> vtc;
            case VTM -> vtm;
            case MLM -> mlm;
            case PEM -> pem;
        };
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Losses that && settings().equals(that.settings());
    }

    @Override
    public int hashCode() {
        return settings().hashCode();
    }

    @Override
    public String toString() {
        String objectives = String.join(", ", on.stream().map(o -> "Objective." + o).toList());
        String start =
                on.size() == Objective.values().length
                        ? "Losses.alpro()"
                        : "Losses.of(" + objectives + ")";
        boolean reference = pem.ignoreRule() == IgnoreRule.REFERENCE_INDEX;
        return start
                + ".vtc(v -> v.weight(%s).temperature(%s))"
                        .formatted(vtc.weight(), vtc.temperature())
                + ".vtm(v -> v.weight(%s))".formatted(vtm.weight())
                + ".mlm(m -> m.weight(%s).maskProbability(%s))"
                        .formatted(mlm.weight(), mlm.maskProbability())
                + ".pem(p -> p.weight(%s).cropArea(%s, %s).ignoreBelow(%s)%s)"
                        .formatted(
                                pem.weight(),
                                pem.cropLeast(),
                                pem.cropMost(),
                                pem.ignoreBelow(),
                                reference ? ".likeReferenceCode()" : "");
    }
}
