package io.github.alprolab.alpro.video;

import io.github.alprolab.alpro.nn.Linear;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Attention;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.stream.Stream;

/** Multi-head self-attention with one linear layer for queries, keys and values, in that order. */
final class SelfAttention {
    private final String name;
    private final Linear qkv;
    private final Linear projection;
    private final int heads;

    SelfAttention(Namespace names, int width, int heads) {
        this.name = names.name();
        this.qkv = Linear.normal(names.child("qkv"), width, 3 * width);
        this.projection = Linear.normal(names.child("proj"), width, width);
        this.heads = heads;
    }

    /** Of both layers, in their order. */
    Stream<Tensor> parameters() {
        return Stream.of(qkv, projection).flatMap(layer -> layer.parameters().stream());
    }

    /** (N, S, D) to (N, S, D). */
    Tensor apply(Tensor x) {
        return projection.apply(Attention.self(name, qkv.apply(x), heads));
    }
}
