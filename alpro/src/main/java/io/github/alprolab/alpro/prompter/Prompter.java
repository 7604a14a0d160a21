package io.github.alprolab.alpro.prompter;

import io.github.alprolab.alpro.checkpoint.Checkpoint;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import java.io.IOException;
import java.util.List;

/** A trained prompter on a device: frozen, in evaluation mode, its prompts encoded once. */
public final class Prompter {
    private final Compute compute;
    private final AlproModel model;
    private final Tensor prompts;

    private Prompter(Compute compute, AlproModel model, Tensor prompts) {
        this.compute = compute;
        this.model = model;
        this.prompts = prompts;
    }

    /**
     * Loads the checkpoint for clips of {@code frames} frames and encodes the prompts.
     *
     * @throws IOException when the checkpoint cannot be read or is no model
     */
    public static Prompter load(Compute compute, PromptConfig config, int frames)
            throws IOException {
        Checkpoint checkpoint = Checkpoint.open(config.prompterCheckpoint());
        AlproConfig trained = checkpoint.manifest().config();
        AlproConfig sizes = trained.video(trained.video().frames(frames));
        StateDict state = new StateDict(compute, new RandomStreams(0));
        AlproModel model = new AlproModel(state.root(), sizes, 0.07);
        StateDictFile.load(checkpoint, state);
        Vocabulary words = Vocabulary.of(checkpoint.manifest().vocabulary());
        List<String> texts = PromptTemplates.expand(config.templates(), config.entities());
        try (Tokenizer tokenizer = Tokenizer.bertUncased();
                Scope scope = compute.scope()) {
            TokenBatch batch = TokenBatch.of(texts, tokenizer, words, sizes.text().positions());
            Tensor features =
                    PromptFeatures.of(
                            model,
                            scope.of(batch.ids(), batch.rows(), batch.length()),
                            scope.of(batch.mask(), batch.rows(), batch.length()),
                            config.templates().size());
            Tensor kept = compute.lasting().full(0, features.shape());
            kept.copyFrom(features.floats());
            return new Prompter(compute, model, kept);
        }
    }

    public AlproConfig config() {
        return model.config();
    }

    /** Crop clips (B, T, 3, H, W) to distributions over entities (B, E), without gradient. */
    public Tensor labels(Scope scope, Tensor crops) {
        return compute.withoutGradient(() -> PromptFeatures.labels(model, scope, crops, prompts));
    }
}
