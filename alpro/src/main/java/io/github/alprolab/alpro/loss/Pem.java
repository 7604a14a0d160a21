package io.github.alprolab.alpro.loss;

import io.github.alprolab.alpro.config.IgnoreRule;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * Prompting entity modelling: soft cross-entropy between the prompter's label of a crop and the
 * model's prediction from the region's fused patches (paper section 3.3, eq. 7).
 *
 * @param loss scalar, the mean over crops that count; 0 where none counts
 * @param logits (B, E)
 * @param ignored crops whose label is too unsure
 */
public record Pem(Tensor loss, Tensor logits, int ignored) {

    /**
     * Computes the loss.
     *
     * @param fused tokens of the right pairs, (B, L + 1 + P, D)
     * @param inside 1 for patches in the crop's box and 0 outside, (B, P)
     * @param labels the prompter's distributions, (B, E), no gradient
     */
    public static Pem of(
            PretrainingModel model,
            Tensor fused,
            Tensor inside,
            Tensor labels,
            double ignoreBelow,
            IgnoreRule rule) {
        int clips = fused.size(0);
        int patches = inside.size(1);
        Tensor video = fused.narrow(1, fused.size(1) - patches, patches); // (B, P, D)
        Tensor weights = inside.in(fused).reshape(clips, patches, 1);
        Tensor region = video.multiply(weights).sum(1).divide(weights.sum(1)); // (B, D)
        Tensor logits = model.entities(region);
        float[] counted = counted(labels.matrix(), ignoreBelow, rule);
        int left = 0;
        for (float one : counted) {
            left += (int) one;
        }
        Tensor each = Functional.softCrossEntropy(logits, labels.in(fused)); // (B)
        Tensor loss = each.multiply(fused.vector(counted)).total().scale(1.0 / Math.max(1, left));
        return new Pem(loss, logits, clips - left);
    }

    private static float[] counted(float[][] labels, double ignoreBelow, IgnoreRule rule) {
        float[] counted = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int best = 0;
            for (int e = 1; e < labels[i].length; e++) {
                best = labels[i][e] > labels[i][best] ? e : best;
            }
            double judged = rule == IgnoreRule.PROBABILITY ? labels[i][best] : best;
            counted[i] = judged < ignoreBelow ? 0 : 1;
        }
        return counted;
    }
}
