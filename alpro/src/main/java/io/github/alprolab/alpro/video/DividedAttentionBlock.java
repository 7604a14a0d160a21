package io.github.alprolab.alpro.video;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.LayerNorm;
import io.github.alprolab.alpro.nn.Linear;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.WrittenBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One block: attention over time per patch, attention over space per frame, perceptron
 * (docs/method.md section 1.3).
 *
 * <p>Tokens are (B, 1 + P·T, D): the clip's CLS, then patch-major, time-minor. CLS takes part in
 * the spatial step only, with one private copy per frame whose results are averaged.
 */
final class DividedAttentionBlock implements VideoBlock {
    private final LayerNorm spatialNorm;
    private final SelfAttention spatial;
    private final LayerNorm temporalNorm;
    private final SelfAttention temporal;
    private final Linear temporalFc;
    private final Perceptron perceptron;
    private final int frames;
    private final int patches;
    private final int width;
    private final int heads;
    private final double dropPath;

    DividedAttentionBlock(Namespace names, VideoConfig config, double dropPath) {
        this.width = config.width();
        this.heads = config.heads();
        this.frames = config.frames();
        this.patches = config.patches();
        this.dropPath = dropPath;
        this.spatialNorm = new LayerNorm(names.child("norm1"), width, VideoEncoder.EPSILON);
        this.spatial = new SelfAttention(names.child("attn"), width, config.heads());
        this.temporalNorm =
                new LayerNorm(names.child("temporal_norm1"), width, VideoEncoder.EPSILON);
        this.temporal = new SelfAttention(names.child("temporal_attn"), width, config.heads());
        // Zero at the start in every block: a fresh encoder looks at frames one by one.
        this.temporalFc =
                new Linear(
                        names.child("temporal_fc"),
                        width,
                        width,
                        Initial.constant(0),
                        Initial.constant(0));
        this.perceptron = new Perceptron(names, config, dropPath);
    }

    @Override
    public Optional<WrittenBlock> written(boolean training) {
        return Optional.of(written("divided", training ? dropPath : 0));
    }

    @Override
    public Optional<WrittenBlock> writtenFirst() {
        return Optional.of(written("divided_first", 0));
    }

    private WrittenBlock written(String kernel, double rate) {
        Stream<Tensor> parameters =
                Stream.of(
                                temporalNorm.parameters().stream(),
                                temporal.parameters(),
                                temporalFc.parameters().stream(),
                                spatialNorm.parameters().stream(),
                                spatial.parameters(),
                                perceptron.parameters())
                        .flatMap(part -> part);
        return new WrittenBlock(
                kernel,
                parameters.toList(),
                VideoEncoder.EPSILON,
                rate,
                List.of(frames, patches, heads));
    }

    @Override
    public Tensor apply(Tensor z, boolean training) {
        int clips = z.size(0);
        int tokens = patches * frames;
        double drop = training ? dropPath : 0;
        Tensor cls = z.narrow(1, 0, 1); // (B, 1, D)
        Tensor x = z.narrow(1, 1, tokens); // (B, P·T, D)

        Tensor perPatch = x.reshape((long) clips * patches, frames, width); // (B·P, T, D)
        // Stochastic depth comes before the linear layer: a dropped row still gets its bias.
        Tensor inTime = temporal.apply(temporalNorm.apply(perPatch)).dropPath(drop);
        x = x.add(temporalFc.apply(inTime).reshape(clips, tokens, width));

        Tensor attended = spatial.apply(spatialNorm.apply(perFrame(cls, x, clips)));
        attended = attended.dropPath(drop); // (B·T, 1 + P, D)
        Tensor clsChange =
                attended.narrow(1, 0, 1).reshape(clips, frames, 1, width).mean(1); // (B, 1, D)
        Tensor change =
                attended.narrow(1, 1, patches)
                        .reshape(clips, frames, patches, width)
                        .transpose(1, 2)
                        .reshape(clips, tokens, width);
        z = Tensor.concat(1, cls.add(clsChange), x.add(change));

        return perceptron.apply(z, training);
    }

    /** CLS copied before the patches of every frame: (B·T, 1 + P, D). */
    private Tensor perFrame(Tensor cls, Tensor x, int clips) {
        Tensor patchesOfFrame =
                x.reshape(clips, patches, frames, width)
                        .transpose(1, 2)
                        .reshape((long) clips * frames, patches, width);
        Tensor copies =
                cls.expand(-1, frames, -1).reshape((long) clips * frames, 1, width); // (B·T, 1, D)
        return Tensor.concat(1, copies, patchesOfFrame);
    }
}
