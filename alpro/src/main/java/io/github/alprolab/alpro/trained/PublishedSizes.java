package io.github.alprolab.alpro.trained;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.config.VideoConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the names and shapes of a file's tensors tell about its model (docs/method.md sections 2.1
 * to 2.3).
 *
 * @param kind {@code pretraining}, {@code prompter}, {@code retrieval} or {@code answering}
 * @param config sizes; heads are those that were stated, or 64 wide as published
 */
record PublishedSizes(String kind, AlproConfig config) {
    private static final Set<String> KINDS =
            Set.of("pretraining", "prompter", "retrieval", "answering");

    private static final String VIDEO = "visual_encoder.model.";
    private static final String TEXT = "text_encoder.";

    /** Of every published head; shapes do not tell it. */
    private static final int HEAD_WIDTH = 64;

    private static final double DROPOUT = 0.1;

    /** Of the published classes; files for answering in LAVIS have no projection. */
    private static final int PROJECTION = 256;

    /**
     * Reads sizes off shapes by name.
     *
     * @param heads of each block; 0 for heads 64 wide
     * @throws IllegalArgumentException naming a tensor that is missing or of a wrong rank, or a
     *     width that the heads do not share evenly
     */
    static PublishedSizes of(Map<String, long[]> shapes, int heads) {
        Map<String, long[]> plain = new HashMap<>();
        shapes.forEach((name, shape) -> plain.put(name.replace(TEXT + "bert.", TEXT), shape));
        int projection =
                plain.containsKey("vision_proj.weight")
                        ? length(plain, "vision_proj.weight", 0)
                        : PROJECTION;
        return new PublishedSizes(
                kind(plain), new AlproConfig(video(plain, heads), text(plain, heads), projection));
    }

    /**
     * What a description says that came with the tensors, where both agree.
     *
     * @throws IllegalArgumentException when they do not
     */
    CheckpointManifest agreeing(CheckpointManifest said) {
        AlproConfig other = said.config();
        boolean same =
                KINDS.contains(said.kind())
                        && seen(config.video()).equals(seen(other.video()))
                        && seen(config.text()).equals(seen(other.text()))
                        && config.projection() == other.projection()
                        && said.vocabulary().size() == other.text().vocabulary();
        if (!same) {
            throw new IllegalArgumentException(
                    "its description tells of another model (%s, %s) than its tensors (%s, %s)"
                            .formatted(said.kind(), other, kind, config));
        }
        return said;
    }

    /** What shapes tell, alike for models that differ in heads and other things alone. */
    private static VideoConfig seen(VideoConfig all) {
        boolean timeless = all.attention() == VideoAttention.SPACE_ONLY;
        return new VideoConfig(
                all.imageSize(),
                all.patch(),
                timeless ? 1 : all.frames(),
                all.width(),
                all.depth(),
                1,
                all.feedForward(),
                0,
                all.attention());
    }

    private static TextConfig seen(TextConfig all) {
        return new TextConfig(
                all.vocabulary(),
                all.width(),
                all.layers(),
                all.layers() / 2,
                1,
                all.feedForward(),
                all.positions(),
                0);
    }

    private static String kind(Map<String, long[]> shapes) {
        if (shapes.containsKey("mpm_head.0.weight")) {
            return "pretraining";
        }
        if (shapes.containsKey("classifier.0.weight")) {
            return "answering";
        }
        return shapes.containsKey("video_prompt_feat") ? "prompter" : "retrieval";
    }

    private static VideoConfig video(Map<String, long[]> shapes, int heads) {
        int width = length(shapes, VIDEO + "cls_token", 2);
        int patch = length(shapes, VIDEO + "patch_embed.proj.weight", 2);
        int patches = length(shapes, VIDEO + "pos_embed", 1) - 1;
        int grid = (int) Math.round(Math.sqrt(patches));
        if (grid * grid != patches) {
            throw new IllegalArgumentException(patches + " patches are no square");
        }
        VideoAttention attention = attention(shapes);
        return new VideoConfig(
                grid * patch,
                patch,
                attention == VideoAttention.SPACE_ONLY
                        ? AlproConfig.base().video().frames()
                        : length(shapes, VIDEO + "time_embed", 1),
                width,
                layers(shapes, VIDEO + "blocks."),
                heads(width, heads),
                length(shapes, VIDEO + "blocks.0.mlp.fc1.weight", 0),
                DROPOUT,
                attention);
    }

    /** Only divided attention has tensors of its own for time; in space only there are none. */
    private static VideoAttention attention(Map<String, long[]> shapes) {
        if (shapes.containsKey(VIDEO + "blocks.0.temporal_attn.qkv.weight")) {
            return VideoAttention.DIVIDED;
        }
        return shapes.containsKey(VIDEO + "time_embed")
                ? VideoAttention.JOINT
                : VideoAttention.SPACE_ONLY;
    }

    private static TextConfig text(Map<String, long[]> shapes, int heads) {
        int layers = layers(shapes, TEXT + "encoder.layer.");
        int width = length(shapes, TEXT + "embeddings.word_embeddings.weight", 1);
        return new TextConfig(
                length(shapes, TEXT + "embeddings.word_embeddings.weight", 0),
                width,
                layers,
                layers / 2,
                heads(width, heads),
                length(shapes, TEXT + "encoder.layer.0.intermediate.dense.weight", 0),
                length(shapes, TEXT + "embeddings.position_embeddings.weight", 0),
                DROPOUT);
    }

    private static int heads(int width, int stated) {
        if (stated > 0) {
            return stated;
        }
        if (width % HEAD_WIDTH != 0) {
            throw new IllegalArgumentException(
                    "its width %d is no multiple of %d, the width of a head in published models, and the tensors do not tell the number of heads; state it"
                            .formatted(width, HEAD_WIDTH));
        }
        return width / HEAD_WIDTH;
    }

    /** One more than the largest number behind a beginning. */
    private static int layers(Map<String, long[]> shapes, String beginning) {
        return shapes.keySet().stream()
                        .filter(name -> name.startsWith(beginning))
                        .map(name -> name.substring(beginning.length()).split("\\.")[0])
                        .filter(number -> number.matches("\\d{1,4}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(-1)
                + 1;
    }

    private static int length(Map<String, long[]> shapes, String name, int axis) {
        long[] shape = shapes.get(name);
        if (shape == null || shape.length <= axis) {
            throw new IllegalArgumentException(
                    "%s is %s".formatted(name, shape == null ? "missing" : "of too low a rank"));
        }
        return Math.toIntExact(shape[axis]);
    }
}
