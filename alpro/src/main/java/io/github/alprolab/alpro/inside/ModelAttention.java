package io.github.alprolab.alpro.inside;

import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import java.util.List;

/** Reads the attention of a model's encoders in forward passes of their own. */
final class ModelAttention {
    private final Compute compute;
    private final AlproModel model;

    ModelAttention(Compute compute, AlproModel model) {
        this.compute = compute;
        this.model = model;
    }

    FrameAttention ofFrames(byte[] clip, AttentionPlace place) {
        CaughtAttention caught = watched(clip, ".attn", place);
        return video().attention() == VideoAttention.JOINT ? joint(caught) : perFrame(caught);
    }

    /** Frame by frame CLS stands before the patches. */
    private FrameAttention perFrame(CaughtAttention caught) {
        double[][] patches = new double[frames()][video().patches()];
        double itself = 0;
        for (int t = 0; t < frames(); t++) {
            float[] row = caught.row(t, 0);
            for (int p = 0; p < patches[t].length; p++) {
                patches[t][p] = row[1 + p];
            }
            itself += row[0] / frames();
        }
        return new FrameAttention(patches, itself);
    }

    /** Among all tokens CLS stands before the patches, whose frames follow each other. */
    private FrameAttention joint(CaughtAttention caught) {
        float[] row = caught.row(0, 0);
        double[][] patches = new double[frames()][video().patches()];
        for (int t = 0; t < frames(); t++) {
            for (int p = 0; p < patches[t].length; p++) {
                patches[t][p] = row[token(p, t)];
            }
        }
        return new FrameAttention(patches, row[0]);
    }

    double[][] overTime(byte[] clip, AttentionPlace place) {
        return switch (video().attention()) {
            case DIVIDED -> divided(watched(clip, ".temporal_attn", place));
            case JOINT -> together(watched(clip, ".attn", place));
            case SPACE_ONLY ->
                    throw new IllegalArgumentException(
                            "Attention in space only sees one frame at a time.");
        };
    }

    /** Every patch has its frames as a sequence of its own. */
    private double[][] divided(CaughtAttention caught) {
        double[][] mean = new double[frames()][frames()];
        for (int p = 0; p < caught.sequences(); p++) {
            for (int t = 0; t < frames(); t++) {
                for (int key = 0; key < frames(); key++) {
                    mean[t][key] += caught.row(p, t)[key] / caught.sequences();
                }
            }
        }
        return mean;
    }

    /** What the patches of a frame give to all patches of another; CLS gets the rest. */
    private double[][] together(CaughtAttention caught) {
        double[][] mean = new double[frames()][frames()];
        int patches = video().patches();
        for (int p = 0; p < patches; p++) {
            for (int t = 0; t < frames(); t++) {
                float[] row = caught.row(0, token(p, t));
                for (int key = 0; key < patches * frames(); key++) {
                    mean[t][key % frames()] += row[1 + key] / patches;
                }
            }
        }
        return mean;
    }

    WordAttention ofWords(
            byte[] clip, TokenBatch words, List<String> pieces, AttentionPlace place) {
        int first = model.config().text().fusionLayer();
        place.requireHead(model.config().text().heads());
        int layer = first + place.index(model.config().text().layers() - first);
        CaughtAttention caught =
                new CaughtAttention(".layer." + layer + ".attention.self", place.head());
        try (Scope scope = compute.watchedScope(caught)) {
            fused(scope, clip, words);
        }
        double[][] patches = new double[pieces.size()][video().patches()];
        double[] text = new double[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            float[] row = caught.row(0, 1 + i);
            for (int key = 0; key < words.length(); key++) {
                text[i] += row[key];
            }
            for (int p = 0; p < patches[i].length; p++) {
                patches[i][p] = row[words.length() + 1 + p]; // behind the video's CLS
            }
        }
        return new WordAttention(pieces, patches, text);
    }

    /** Fused tokens of one text with a clip, (1, L, D). */
    Tensor fused(Scope scope, byte[] clip, TokenBatch words) {
        Tensor video = model.video(frames(scope, List.of(clip)), false);
        return model.fuse(text(scope, words), mask(scope, words), video, words.length(), false);
    }

    /** Tokens of texts, (N, L, D). */
    Tensor text(Scope scope, TokenBatch words) {
        Tensor ids = scope.of(words.ids(), words.rows(), words.length());
        return model.text(ids, mask(scope, words), false);
    }

    private static Tensor mask(Scope scope, TokenBatch words) {
        return scope.of(words.mask(), words.rows(), words.length());
    }

    /** Normalised frames of clips, (N, T, 3, H, W). */
    Tensor frames(Scope scope, List<byte[]> clips) {
        int bytes = frames() * video().imageSize() * video().imageSize() * 3;
        byte[] all = new byte[clips.size() * bytes];
        for (int i = 0; i < clips.size(); i++) {
            System.arraycopy(clips.get(i), 0, all, i * bytes, bytes);
        }
        return scope.frames(all, clips.size(), frames(), video().imageSize());
    }

    private CaughtAttention watched(byte[] clip, String attention, AttentionPlace place) {
        place.requireHead(video().heads());
        String wanted = ".blocks." + place.index(video().depth()) + attention;
        CaughtAttention caught = new CaughtAttention(wanted, place.head());
        try (Scope scope = compute.watchedScope(caught)) {
            model.video(frames(scope, List.of(clip)), false);
        }
        return caught;
    }

    private int token(int patch, int frame) {
        return 1 + patch * frames() + frame;
    }

    private int frames() {
        return video().frames();
    }

    private VideoConfig video() {
        return model.config().video();
    }
}
