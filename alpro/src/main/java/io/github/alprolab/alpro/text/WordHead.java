package io.github.alprolab.alpro.text;

import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.LayerNorm;
import io.github.alprolab.alpro.nn.Linear;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * BERT's masked-word head; its decoder is the word embedding table (docs/method.md section 1.7).
 */
public final class WordHead {
    private final BertModel bert;
    private final Linear dense;
    private final LayerNorm norm;
    private final Tensor bias;

    /** Declares {@code predictions.*} in {@code names}, the decoder as aliases. */
    public WordHead(Namespace names, TextConfig config, BertModel bert) {
        this.bert = bert;
        Namespace predictions = names.child("predictions");
        this.bias = predictions.parameter("bias", Initial.constant(0), config.vocabulary());
        Namespace transform = predictions.child("transform");
        this.dense = Linear.normal(transform.child("dense"), config.width(), config.width());
        this.norm = new LayerNorm(transform.child("LayerNorm"), config.width(), BertModel.EPSILON);
        Namespace decoder = predictions.child("decoder");
        decoder.alias("weight", bert.wordsName());
        decoder.alias("bias", predictions.fullName("bias"));
    }

    /** (R, D) to scores of every word piece, (R, V). */
    public Tensor apply(Tensor x) {
        Tensor hidden = norm.apply(dense.apply(x).gelu()); // (R, D)
        return Functional.linear(hidden, bert.words(), bias);
    }
}
