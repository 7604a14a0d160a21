package io.github.alprolab.alpro.video;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.LayerNorm;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * One block of a plain vision transformer: attention among all tokens that it is given, then a
 * perceptron. Given a whole clip it is TimeSformer's joint space-time attention, given frames one
 * by one its attention in space only.
 */
final class WholeAttentionBlock implements VideoBlock {
    private final LayerNorm norm;
    private final SelfAttention attention;
    private final Perceptron perceptron;
    private final double dropPath;

    WholeAttentionBlock(Namespace names, VideoConfig config, double dropPath) {
        this.norm = new LayerNorm(names.child("norm1"), config.width(), VideoEncoder.EPSILON);
        this.attention = new SelfAttention(names.child("attn"), config.width(), config.heads());
        this.perceptron = new Perceptron(names, config, dropPath);
        this.dropPath = dropPath;
    }

    @Override
    public Tensor apply(Tensor z, boolean training) {
        Tensor attended = attention.apply(norm.apply(z)).dropPath(training ? dropPath : 0);
        return perceptron.apply(z.add(attended), training);
    }
}
