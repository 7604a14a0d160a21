package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Map;

/**
 * Video-text contrastive alignment: {@code S = V T' / temperature}; the mean of the cross-entropies
 * of rows and of columns against the diagonal (paper section 3.2, eq. 1 to 3).
 */
public final class Vtc extends Objective {
    private static final Schema SCHEMA = new Schema("VTC");
    private static final Setting<Double> TEMPERATURE =
            Setting.number(
                            "temperature",
                            0.07,
                            new Allowed<>("0.001 to 0.5", t -> t >= 0.001 && t <= 0.5))
                    .says("first value of the learned temperature", "paper 3.2");

    static {
        SCHEMA.add(WEIGHT);
        SCHEMA.add(TEMPERATURE);
    }

    Vtc() {
        this(SCHEMA.values());
    }

    private Vtc(Values values) {
        super("VTC", values);
    }

    @Override
    Vtc with(Values changed) {
        return new Vtc(changed);
    }

    @Override
    public Vtc weight(double factor) {
        return with(values().with(WEIGHT, factor));
    }

    /** First value of the learned temperature. */
    public double temperature() {
        return values().get(TEMPERATURE);
    }

    /** With another first value of the learned temperature, 0.001 to 0.5. */
    public Vtc temperature(double first) {
        return with(values().with(TEMPERATURE, first));
    }

    @Override
    Objective recalled(Map<String, Object> record) {
        return weight(number(record, WEIGHT)).temperature(number(record, TEMPERATURE));
    }

    @Override
    public String question() {
        return "Which of the B texts belongs to this clip?";
    }

    @Override
    public String optionWords() {
        return "temperature from " + temperature();
    }

    @Override
    public Chance chance() {
        return new Chance("chance ln B", "ln B (B = batch)", sizes -> Math.log(sizes.batch()));
    }

    @Override
    public int colour() {
        return 0x0072B2;
    }

    @Override
    void prepare(Setup setup) {
        setup.temperature(temperature());
    }

    @Override
    public StepTensor loss(Step step) {
        StepTensor similarity = step.similarity(); // (B, B)
        Tensor own = similarity.tensor().arange(step.clips());
        StepTensor rows = similarity.crossEntropy(own);
        StepTensor columns = similarity.transpose(0, 1).crossEntropy(own);
        return rows.add(columns).multiply(0.5);
    }
}
