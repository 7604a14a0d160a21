package io.github.alprolab.alpro.model;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * {@link AlproModel} with a row of prompt features for every entity, one matrix for videos and one
 * for images (docs/method.md sections 2.3 and 4.1). In a pre-training file it stands under {@code
 * prompter}.
 */
public final class PrompterModel {
    private final AlproModel alpro;
    private final Tensor videoPrompts;
    private final Tensor imagePrompts;

    /** Declares all tensors in {@code names}; prompt features start at random, as published. */
    public PrompterModel(
            Namespace names, AlproConfig config, double firstTemperature, int entityCount) {
        this.alpro = new AlproModel(names, config, firstTemperature);
        Initial unbuilt =
                (count, random) -> {
                    float[] values = new float[count];
                    for (int i = 0; i < count; i++) {
                        values[i] = random.nextFloat();
                    }
                    return values;
                };
        int width = config.projection();
        this.videoPrompts = names.buffer("video_prompt_feat", unbuilt, entityCount, width);
        this.imagePrompts = names.buffer("image_prompt_feat", unbuilt, entityCount, width);
    }

    /** The encoders that crops and prompts are compared by. */
    public AlproModel alpro() {
        return alpro;
    }

    /** Features of the entities' prompts (E, d) for clips of this kind. */
    public Tensor prompts(PromptKind kind) {
        return kind == PromptKind.VIDEO ? videoPrompts : imagePrompts;
    }
}
