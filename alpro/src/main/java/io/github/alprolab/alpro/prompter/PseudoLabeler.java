package io.github.alprolab.alpro.prompter;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.datasets.Frames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Pseudo-labels for single clips, outside training: to look at and to measure. */
public final class PseudoLabeler implements AutoCloseable {
    private final Compute compute;
    private final FrozenPrompter prompter;
    private final List<String> entities;

    private PseudoLabeler(Compute compute, FrozenPrompter prompter, List<String> entities) {
        this.compute = compute;
        this.prompter = prompter;
        this.entities = entities;
    }

    /**
     * Loads the prompter for clips of {@code frames} frames.
     *
     * @throws IOException when its checkpoint cannot be read
     */
    public static PseudoLabeler load(PromptConfig prompts, int frames, DeviceChoice device)
            throws IOException {
        Compute compute = Compute.open(device);
        try {
            return new PseudoLabeler(
                    compute, FrozenPrompter.load(compute, prompts, frames), prompts.entities());
        } catch (IOException | RuntimeException e) {
            compute.close();
            throw e;
        }
    }

    /** The sizes of the prompter's model; clips have this frame count and image size. */
    public AlproConfig config() {
        return prompter.config();
    }

    /**
     * Labels one crop of each clip; clips have the prompter's frame count and size.
     *
     * @param kind whether all of them are videos or still pictures
     */
    public List<Distribution> labels(List<Frames> clips, List<CropBox> boxes, PromptKind kind) {
        int size = config().video().imageSize();
        int frames = config().video().frames();
        byte[] crops = new byte[clips.size() * frames * size * size * 3];
        for (int i = 0; i < clips.size(); i++) {
            CropPixels.of(clips.get(i), boxes.get(i), config().video().patch())
                    .copyTo(crops, i * frames * size * size * 3);
        }
        try (Scope scope = compute.scope()) {
            Tensor labels =
                    prompter.labels(scope, scope.frames(crops, clips.size(), frames, size), kind);
            List<Distribution> all = new ArrayList<>();
            for (float[] row : labels.matrix()) {
                all.add(Distribution.of(entities, row));
            }
            return all;
        }
    }

    @Override
    public void close() {
        compute.close();
    }
}
