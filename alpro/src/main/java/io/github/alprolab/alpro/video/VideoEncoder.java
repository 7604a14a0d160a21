package io.github.alprolab.alpro.video;

import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.LayerNorm;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.WrittenBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * TimeSformer: frames to one CLS token and P time-averaged patch tokens (docs/method.md section
 * 1.2).
 */
public final class VideoEncoder {
    /** Of every layer norm in this encoder. */
    static final double EPSILON = 1e-6;

    /** Classes of the published encoder's unused head, kept because files carry it. */
    private static final int UNUSED_CLASSES = 400;

    private final VideoConfig config;
    private final Tensor cls;
    private final Tensor position;
    private final Optional<Tensor> time;
    private final Tensor patchWeight;
    private final Tensor patchBias;
    private final List<VideoBlock> blocks = new ArrayList<>();
    private final LayerNorm norm;

    /** Declares the tensors of docs/method.md section 2.1 in {@code names}. */
    public VideoEncoder(Namespace names, VideoConfig config) {
        this.config = config;
        int width = config.width();
        int patch = config.patch();
        Initial small = Initial.normal(0.02);
        this.cls = names.parameter("cls_token", small, 1, 1, width);
        this.position = names.parameter("pos_embed", small, 1, config.patches() + 1, width);
        this.time =
                inSpaceOnly()
                        ? Optional.empty()
                        : Optional.of(
                                names.parameter(
                                        "time_embed",
                                        Initial.constant(0),
                                        1,
                                        config.frames(),
                                        width));
        Namespace projection = names.child("patch_embed").child("proj");
        Initial fanIn = Initial.fanIn(3 * patch * patch);
        this.patchWeight = projection.parameter("weight", fanIn, width, 3, patch, patch);
        this.patchBias = projection.parameter("bias", fanIn, width);
        for (int i = 0; i < config.depth(); i++) {
            double drop = config.depth() == 1 ? 0 : config.dropPath() * i / (config.depth() - 1);
            blocks.add(VideoBlock.of(names.child("blocks").child(i), config, drop));
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
        if (config.attention() == VideoAttention.DIVIDED && frames.isWritten(config.dropPath())) {
            return frames.through(written(training));
        }
        int clips = frames.size(0);
        if (inSpaceOnly()) {
            return norm.apply(
                    run(perFrame(frames), training)
                            .reshape(clips, config.frames(), 1 + config.patches(), config.width())
                            .mean(1));
        }
        Tensor z = tokens(frames, training);
        Tensor pooled =
                z.narrow(1, 1, (long) config.patches() * config.frames())
                        .reshape(clips, config.patches(), config.frames(), config.width())
                        .mean(2); // (B, P, D)
        return Tensor.concat(1, z.narrow(1, 0, 1), pooled);
    }

    /**
     * CLS alone of {@link #encode} outside training: where no gradients are recorded the last block
     * computes nothing else.
     *
     * @return (B, D)
     */
    public Tensor first(Tensor frames) {
        return config.attention() == VideoAttention.DIVIDED && frames.isWrittenForward()
                ? frames.through(writtenFirst())
                : encode(frames, false).select(1, 0);
    }

    /**
     * Every token before the mean over time: CLS, then patch-major, (B, 1 + P·T, D); for attention
     * in space only those of every frame, not yet normalised, (B·T, 1 + P, D).
     */
    public Tensor tokens(Tensor frames, boolean training) {
        return inSpaceOnly()
                ? run(perFrame(frames), training)
                : norm.apply(run(embed(frames, frames.size(0)), training));
    }

    private Tensor run(Tensor tokens, boolean training) {
        Tensor z = tokens;
        for (VideoBlock block : blocks) {
            z = z.through(x -> block.apply(x, training));
        }
        return z;
    }

    private List<WrittenBlock> written(boolean training) {
        List<WrittenBlock> all = new ArrayList<>(List.of(writtenPatches()));
        blocks.forEach(block -> block.written(training).ifPresent(all::add));
        List<Integer> sizes = List.of(config.frames(), config.patches());
        all.add(new WrittenBlock("mean_over_time", norm.parameters(), EPSILON, 0, sizes));
        return all;
    }

    private List<WrittenBlock> writtenFirst() {
        List<WrittenBlock> all = new ArrayList<>(List.of(writtenPatches()));
        int last = blocks.size() - 1;
        blocks.subList(0, last).forEach(block -> block.written(false).ifPresent(all::add));
        blocks.get(last).writtenFirst().ifPresent(all::add);
        all.add(new WrittenBlock("norm_alone", norm.parameters(), EPSILON, 0, List.of()));
        return all;
    }

    private WrittenBlock writtenPatches() {
        List<Tensor> parameters =
                List.of(cls, position, time.orElseThrow(), patchWeight, patchBias);
        List<Integer> sizes = List.of(config.frames(), config.patch(), config.grid());
        return new WrittenBlock("patches", parameters, EPSILON, 0, sizes);
    }

    private boolean inSpaceOnly() {
        return config.attention() == VideoAttention.SPACE_ONLY;
    }

    /** Every frame's patches with positions in space behind a CLS of its own: (B·T, 1 + P, D). */
    private Tensor perFrame(Tensor frames) {
        Tensor x = patches(frames);
        return Tensor.concat(1, first(frames, x.size(0)), x);
    }

    /** CLS with its position, once for each row: (N, 1, D). */
    private Tensor first(Tensor frames, int rows) {
        return cls.in(frames).add(position.in(frames).narrow(1, 0, 1)).expand(rows, -1, -1);
    }

    /** Patches with positions in space: (B·T, P, D). */
    private Tensor patches(Tensor frames) {
        int size = config.imageSize();
        Tensor images = frames.reshape((long) frames.size(0) * config.frames(), 3, size, size);
        Tensor place = position.in(frames).narrow(1, 1, config.patches()); // (1, P, D)
        return Functional.patches(images, patchWeight, patchBias, config.patch()).add(place);
    }

    /** Patches with positions in space and time behind CLS, which has no time: (B, 1 + P·T, D). */
    private Tensor embed(Tensor frames, int clips) {
        int patches = config.patches();
        int width = config.width();
        Tensor x =
                patches(frames)
                        .reshape(clips, config.frames(), patches, width)
                        .transpose(1, 2) // (B, P, T, D)
                        .add(time.orElseThrow().in(frames))
                        .reshape(clips, (long) patches * config.frames(), width);
        return Tensor.concat(1, first(frames, clips), x);
    }
}
