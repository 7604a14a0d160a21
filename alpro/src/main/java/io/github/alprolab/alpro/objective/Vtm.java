package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Video-text matching: two-way cross-entropy over B right pairs and 2B hard negatives (paper
 * section 3.2, eq. 4).
 */
public final class Vtm extends Objective {
    private static final Schema SCHEMA = new Schema("VTM");

    /** Entropy of one right and two wrong pairs: ln 3 - (2/3) ln 2. */
    private static final double NOTHING = Math.log(3) - 2 * Math.log(2) / 3;

    static {
        SCHEMA.add(WEIGHT);
    }

    Vtm() {
        this(SCHEMA.values());
    }

    private Vtm(Values values) {
        super("VTM", values);
    }

    @Override
    Vtm with(Values changed) {
        return new Vtm(changed);
    }

    @Override
    public Vtm weight(double factor) {
        return with(values().with(WEIGHT, factor));
    }

    @Override
    public String question() {
        return "Do this clip and this text belong together?";
    }

    @Override
    public String optionWords() {
        return "2 hard negatives a pair";
    }

    @Override
    public Chance chance() {
        return new Chance("chance", "0.637 (1 right, 2 wrong)", sizes -> NOTHING);
    }

    @Override
    public List<Metric> reports() {
        Chance guess = Chance.of("always “no match”", 2.0 / 3);
        return List.of(report("VTM accuracy", "VTM accuracy", Better.HIGHER, guess));
    }

    @Override
    public int colour() {
        return 0xE69F00;
    }

    @Override
    public int fusedPasses() {
        return 2;
    }

    @Override
    public boolean readsMatched() {
        return true;
    }

    @Override
    public StepTensor loss(Step step) {
        StepTensor scores = scores(step);
        Tensor of = scores.tensor();
        Tensor right = of.repeated(1, step.clips());
        Tensor labels = Tensor.concat(0, right, of.repeated(0, 2 * step.clips()));
        step.reportAccuracy("VTM accuracy", scores, labels);
        return scores.crossEntropy(labels);
    }

    @Override
    Optional<Parts> parts(Step whole) {
        return Optional.of(
                new Parts() {
                    @Override
                    public double weight(Step part, int first) {
                        return (double) part.clips() / whole.clips();
                    }

                    @Override
                    public StepTensor loss(Step part, int first) {
                        return Vtm.this.loss(part);
                    }
                });
    }

    /**
     * Scores of no match and match, (3B, 2): of right pairs, then of texts with wrong videos, then
     * of videos with wrong texts.
     */
    public StepTensor scores(Step step) {
        StepModel model = step.model();
        StepTensor video = step.video();
        StepTensor text = step.text();
        StepTensor mask = step.mask();
        StepTensor negatives = step.negativeRows();
        StepTensor videoOfText = negatives.select(0, 0);
        StepTensor textOfVideo = negatives.select(0, 1);
        StepTensor positive = step.matchedCls(); // (B, D)
        StepTensor negative =
                model.fuse(
                                text.joined(0, step.allText().rows(textOfVideo)),
                                mask.joined(0, step.allMask().rows(textOfVideo)),
                                step.allVideo().rows(videoOfText).joined(0, video),
                                1)
                        .select(1, 0); // (2B, D): only CLS is judged
        return model.matching(positive.joined(0, negative));
    }
}
