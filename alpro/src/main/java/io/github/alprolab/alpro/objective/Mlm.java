package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.alpro.text.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Masked language modelling with the video in view: mean cross-entropy of the hidden words (paper
 * section 3.2, eq. 5); 0 where none is hidden.
 */
public final class Mlm extends Objective {
    private static final Schema SCHEMA = new Schema("MLM");
    private static final Setting<Double> MASK_PROBABILITY =
            Setting.share("maskProbability", 0.15)
                    .says("share of word pieces that are hidden", "paper 3.2");

    static {
        SCHEMA.add(WEIGHT);
        SCHEMA.add(MASK_PROBABILITY);
    }

    Mlm() {
        this(SCHEMA.values());
    }

    private Mlm(Values values) {
        super("MLM", values);
    }

    @Override
    Mlm with(Values changed) {
        return new Mlm(changed);
    }

    @Override
    public Mlm weight(double factor) {
        return with(values().with(WEIGHT, factor));
    }

    /** Share of word pieces that are hidden. */
    public double maskProbability() {
        return values().get(MASK_PROBABILITY);
    }

    /** With another share of word pieces that are hidden, 0 to 1. */
    public Mlm maskProbability(double share) {
        return with(values().with(MASK_PROBABILITY, share));
    }

    @Override
    Objective recalled(Map<String, Object> record) {
        return weight(number(record, WEIGHT)).maskProbability(number(record, MASK_PROBABILITY));
    }

    @Override
    public String question() {
        return "Which word is hidden, given the clip?";
    }

    @Override
    public String optionWords() {
        return "hides " + maskProbability() + " of the words";
    }

    @Override
    public Chance chance() {
        return new Chance(
                "chance ln V", "ln V (V = vocabulary)", sizes -> Math.log(sizes.vocabulary()));
    }

    @Override
    public List<Metric> reports() {
        Chance guess =
                new Chance(
                        "always the most frequent word piece",
                        "its share",
                        Sizes::mostFrequentPiece);
        return List.of(report("MLM accuracy", "MLM accuracy", Better.HIGHER, guess));
    }

    @Override
    public int colour() {
        return 0x009E73;
    }

    @Override
    public int fusedPasses() {
        return 1;
    }

    @Override
    public StepTensor loss(Step step) {
        return loss(step, hidden(step));
    }

    /** The words that are hidden in a step: the same ones each time it is asked. */
    public MaskedWords hidden(Step step) {
        Vocabulary vocabulary = step.vocabulary();
        return MaskedWords.draw(
                step.pieces(),
                maskProbability(),
                vocabulary::ordinary,
                vocabulary.id(Vocabulary.MASK),
                vocabulary.size(),
                step.random("mask"));
    }

    /** The loss of given hidden words; scores are made for those alone, which changes no value. */
    public StepTensor loss(Step step, MaskedWords words) {
        if (words.labels().length == 0) {
            return step.zero();
        }
        MaskedWords.OnDevice hidden = words.on(step.scope(), step.length());
        StepTensor scores = scores(step, hidden);
        step.reportAccuracy("MLM accuracy", scores, hidden.labels());
        return scores.crossEntropy(hidden.labels());
    }

    @Override
    Optional<Parts> parts(Step whole) {
        MaskedWords words = hidden(whole);
        return Optional.of(
                new Parts() {
                    @Override
                    public double weight(Step part, int first) {
                        int hidden = words.labels().length;
                        return hidden == 0 ? 0 : (double) own(part, first).labels().length / hidden;
                    }

                    @Override
                    public StepTensor loss(Step part, int first) {
                        return Mlm.this.loss(part, own(part, first));
                    }

                    private MaskedWords own(Step part, int first) {
                        return words.part(first, part.clips(), part.length());
                    }
                });
    }

    /** Scores of every word piece for given hidden words, at least one: (R, V). */
    public StepTensor scores(Step step, MaskedWords words) {
        return scores(step, words.on(step.scope(), step.length()));
    }

    private StepTensor scores(Step step, MaskedWords.OnDevice words) {
        step.video();
        step.text(); // not read: kept so that dropout draws what it drew in every earlier run
        StepModel model = step.model();
        StepTensor text = model.text(words.ids());
        StepTensor fused = model.fuse(text, step.mask(), step.video(), text.size(1)); // (B, L, D)
        long tokens = (long) fused.size(0) * fused.size(1);
        StepTensor hidden =
                fused.reshape(tokens, fused.size(2)).rows(step.wrapped(words.positions()));
        return model.words(hidden);
    }
}
