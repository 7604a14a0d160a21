package io.github.alprolab.alpro.loss;

import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The sum of four in the published order (alpro.md section 3.1). */
public final class PretrainingLoss {
    private final PretrainingModel model;
    private final LossConfig config;

    public PretrainingLoss(PretrainingModel model, LossConfig config) {
        this.model = model;
        this.config = config;
    }

    /**
     * What one batch gives the losses.
     *
     * @param frames (B, T, 3, H, W)
     * @param ids (B, L)
     * @param mask (B, L)
     * @param masked hidden words, where MLM is on
     * @param inside crop boxes as (B, P), where PEM is on
     * @param labels the prompter's (B, E), where PEM is on
     */
    public record Inputs(
            Tensor frames,
            Tensor ids,
            Tensor mask,
            Optional<MaskedWords> masked,
            Optional<Tensor> inside,
            Optional<Tensor> labels) {}

    /** How negatives are chosen from the similarities (B, B), a row per video. */
    public interface NegativeChoice {
        HardNegatives of(float[][] videoToText);
    }

    /** Computes all losses that are on. */
    public LossValues of(Inputs in, NegativeChoice negatives, boolean training) {
        AlproModel alpro = model.alpro();
        Tensor video = alpro.video(in.frames(), training);
        Tensor text = alpro.text(in.ids(), in.mask(), training);
        Vtc vtc =
                Vtc.of(
                        alpro.videoFeature(video),
                        alpro.textFeature(text),
                        alpro.temperature().in(video));
        Map<Objective, Tensor> each = new EnumMap<>(Objective.class);
        if (config.has(Objective.VTC)) {
            each.put(Objective.VTC, vtc.loss());
        }
        Optional<Vtm> vtm = Optional.empty();
        if (config.has(Objective.VTM)) {
            HardNegatives chosen = negatives.of(vtc.videoToText().matrix());
            vtm = Optional.of(Vtm.of(alpro, text, in.mask(), video, chosen, training));
            each.put(Objective.VTM, vtm.get().loss());
        }
        Optional<Mlm> mlm = Optional.empty();
        if (config.has(Objective.MLM)) {
            mlm = in.masked().map(m -> Mlm.of(alpro, m, in.mask(), video, training));
            mlm.ifPresent(m -> each.put(Objective.MLM, m.loss()));
        }
        Optional<Pem> pem = Optional.empty();
        if (config.has(Objective.PEM)) {
            Tensor fused = fused(vtm, text, in.mask(), video, training);
            pem = pem(in, fused);
            pem.ifPresent(p -> each.put(Objective.PEM, p.loss()));
        }
        return new LossValues(
                total(each),
                each,
                vtm.map(Vtm::accuracy).orElse(Double.NaN),
                mlm.map(Mlm::right).orElse(0),
                mlm.map(Mlm::hidden).orElse(0),
                pem.map(Pem::ignored).orElse(0));
    }

    /** The fused tokens of right pairs: VTM's own, or a pass of their own where VTM is off. */
    private Tensor fused(
            Optional<Vtm> vtm, Tensor text, Tensor mask, Tensor video, boolean training) {
        return vtm.map(Vtm::positive)
                .orElseGet(
                        () ->
                                model.alpro()
                                        .fuse(
                                                text,
                                                mask,
                                                video,
                                                text.size(1) + video.size(1),
                                                training));
    }

    private Optional<Pem> pem(Inputs in, Tensor fused) {
        return in.labels()
                .map(
                        labels ->
                                Pem.of(
                                        model,
                                        fused,
                                        in.inside().orElseThrow(),
                                        labels,
                                        config.ignoreBelow(),
                                        config.ignoreRule()));
    }

    private Tensor total(Map<Objective, Tensor> each) {
        return each.entrySet().stream()
                .map(e -> e.getValue().scale(config.weights().get(e.getKey())))
                .reduce(Tensor::add)
                .orElseThrow();
    }
}
