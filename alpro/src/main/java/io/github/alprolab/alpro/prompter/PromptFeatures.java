package io.github.alprolab.alpro.prompter;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;

/** Text features of entities, averaged over templates (docs/method.md section 4.4). */
public final class PromptFeatures {
    private PromptFeatures() {}

    /**
     * Encodes prompts given template-major and averages the unit vectors of each entity; the mean
     * is not scaled to length 1 again, as published.
     *
     * @param ids (templates·E, L) int64
     * @param mask (templates·E, L)
     * @return (E, d)
     */
    public static Tensor of(AlproModel prompter, Tensor ids, Tensor mask, int templates) {
        Tensor features = prompter.textFeature(prompter.text(ids, mask, false));
        return features.reshape(templates, -1, features.size(1)).mean(0);
    }

    /**
     * The prompter's distribution over entities for crop clips: {@code softmax(f P' /
     * temperature)}.
     *
     * @param crops (B, T, 3, H, W), normalised after the outside was set to 0
     * @param prompts (E, d)
     * @return (B, E)
     */
    public static Tensor labels(AlproModel prompter, Scope scope, Tensor crops, Tensor prompts) {
        Tensor feature = prompter.clipFeature(crops);
        return feature.matmul(prompts.in(scope).transpose(0, 1))
                .divide(prompter.temperature().in(scope))
                .softmax();
    }
}
