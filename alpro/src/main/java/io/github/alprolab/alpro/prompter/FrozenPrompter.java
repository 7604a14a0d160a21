package io.github.alprolab.alpro.prompter;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.model.PrompterModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.trained.TrainedModel;
import java.io.IOException;
import java.util.List;

/**
 * A trained prompter on a device: frozen, in evaluation mode, out of every optimiser, its prompts
 * encoded once.
 */
public final class FrozenPrompter {
    /** Prompts that are encoded at once; what they need grows with it. */
    private static final int PROMPTS = 1200;

    private final Compute compute;
    private final PrompterModel model;

    private FrozenPrompter(Compute compute, PrompterModel model) {
        this.compute = compute;
        this.model = model;
    }

    /**
     * Loads the checkpoint for clips of {@code frames} frames and encodes the prompts for videos
     * and for images.
     *
     * @throws IOException when the checkpoint cannot be read or is no model
     */
    public static FrozenPrompter load(Compute compute, PromptConfig config, int frames)
            throws IOException {
        TrainedModel trained = TrainedModel.open(config.prompterCheckpoint());
        Vocabulary words = trained.vocabulary();
        AlproConfig given = trained.manifest().config();
        AlproConfig sizes = given.video(given.video().frames(frames));
        StateDict state = StateDict.forFile(compute, new RandomStreams(0));
        PrompterModel model =
                new PrompterModel(state.root().frozen(), sizes, 0.07, config.entities().size());
        trained.fillPrompter(state);
        FrozenPrompter prompter = new FrozenPrompter(compute, model);
        try (Tokenizer tokenizer = Tokenizer.bertUncased()) {
            for (PromptKind kind : PromptKind.values()) {
                prompter.encode(config.entities(), config.templates(kind), kind, tokenizer, words);
            }
        }
        return prompter;
    }

    /** The sizes of its model; clips have this frame count and image size. */
    public AlproConfig config() {
        return model.alpro().config();
    }

    /**
     * Crop clips (B, T, 3, H, W) to distributions over entities (B, E), without gradient.
     *
     * @param kind whether the batch holds videos or still images
     */
    public Tensor labels(Scope scope, Tensor crops, PromptKind kind) {
        return compute.withoutGradient(
                () -> PromptFeatures.labels(model.alpro(), scope, crops, model.prompts(kind)));
    }

    private void encode(
            List<String> entities,
            List<String> templates,
            PromptKind kind,
            Tokenizer tokenizer,
            Vocabulary words) {
        int width = config().projection();
        float[] features = new float[entities.size() * width];
        int step = Math.max(1, PROMPTS / templates.size());
        for (int start = 0; start < entities.size(); start += step) {
            List<String> some = entities.subList(start, Math.min(entities.size(), start + step));
            TokenBatch batch =
                    TokenBatch.of(
                            PromptTemplates.expand(templates, some),
                            tokenizer,
                            words,
                            config().text().positions());
            float[] part = encoded(batch, templates.size());
            System.arraycopy(part, 0, features, start * width, part.length);
        }
        model.prompts(kind).copyFrom(features);
    }

    private float[] encoded(TokenBatch batch, int templates) {
        try (Scope scope = compute.scope()) {
            return PromptFeatures.of(
                            model.alpro(),
                            scope.of(batch.ids(), batch.rows(), batch.length()),
                            scope.of(batch.mask(), batch.rows(), batch.length()),
                            templates)
                    .floats();
        }
    }
}
