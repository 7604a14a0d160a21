package io.github.alprolab.alpro.video;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.LayerNorm;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** TimeSformer: frames to one CLS token and P time-averaged patch tokens (alpro.md section 1.2). */
public final class VideoEncoder {
    /** Of every layer norm in this encoder. */
    static final double EPSILON = 1e-6;

    /** Classes of the published encoder's unused head, kept because files carry it. */
    private static final int UNUSED_CLASSES = 400;

    private final VideoConfig config;
    private final Tensor cls;
    private final Tensor position;
    private final Tensor time;
    private final Tensor patchWeight;
    private final Tensor patchBias;
    private final List<DividedAttentionBlock> blocks = new ArrayList<>();
    private final LayerNorm norm;

    /** Declares the tensors of alpro.md section 2.1 in {@code names}. */
    public VideoEncoder(Namespace names, VideoConfig config) {
        this.config = config;
        int width = config.width();
        int patch = config.patch();
        Initial small = Initial.normal(0.02);
        this.cls = names.parameter("cls_token", small, 1, 1, width);
        this.position = names.parameter("pos_embed", small, 1, config.patches() + 1, width);
        this.time = names.parameter("time_embed", Initial.constant(0), 1, config.frames(), width);
        Namespace projection = names.child("patch_embed").child("proj");
        Initial fanIn = Initial.fanIn(3 * patch * patch);
        this.patchWeight = projection.parameter("weight", fanIn, width, 3, patch, patch);
        this.patchBias = projection.parameter("bias", fanIn, width);
        for (int i = 0; i < config.depth(); i++) {
            double drop = config.depth() == 1 ? 0 : config.dropPath() * i / (config.depth() - 1);
            blocks.add(new DividedAttentionBlock(names.child("blocks").child(i), config, drop));
        }
        this.norm = new LayerNorm(names.child("norm"), width, EPSILON);
        Namespace head = names.child("head");
        head.buffer("weight", small, UNUSED_CLASSES, width);
        head.buffer("bias", Initial.constant(0), UNUSED_CLASSES);
    }

    /**
     * Encodes clips.
     *
     * @param frames (B, T, 3, H, W), normalised
     * @param training whether stochastic depth is on
     * @return (B, 1 + P, D): CLS, then patches in row-major order
     */
    public Tensor encode(Tensor frames, boolean training) {
        int clips = frames.size(0);
        Tensor z = tokens(frames, training);
        Tensor pooled =
                z.narrow(1, 1, (long) config.patches() * config.frames())
                        .reshape(clips, config.patches(), config.frames(), config.width())
                        .mean(2); // (B, P, D)
        return Tensor.concat(1, z.narrow(1, 0, 1), pooled);
    }

    /** Every token before the mean over time: CLS, then patch-major, (B, 1 + P·T, D). */
    public Tensor tokens(Tensor frames, boolean training) {
        Tensor z = embed(frames, frames.size(0));
        for (DividedAttentionBlock block : blocks) {
            z = z.through(x -> block.apply(x, training));
        }
        return norm.apply(z);
    }

    /** Patches with positions in space and time behind CLS, which has no time: (B, 1 + P·T, D). */
    private Tensor embed(Tensor frames, int clips) {
        int patches = config.patches();
        int width = config.width();
        int size = config.imageSize();
        Tensor images = frames.reshape((long) clips * config.frames(), 3, size, size);
        Tensor place = position.in(frames).narrow(1, 1, patches); // (1, P, D)
        Tensor x =
                Functional.patches(images, patchWeight, patchBias, config.patch())
                        .add(place)
                        .reshape(clips, config.frames(), patches, width)
                        .transpose(1, 2) // (B, P, T, D)
                        .add(time.in(frames))
                        .reshape(clips, (long) patches * config.frames(), width);
        Tensor first =
                cls.in(frames).add(position.in(frames).narrow(1, 0, 1)).expand(clips, -1, -1);
        return Tensor.concat(1, first, x);
    }
}
