package io.github.alprolab.alpro.text;

import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.LayerNorm;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.WrittenBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Text encoder (the first layers) and fusion encoder (the others) of one BERT. */
public final class BertModel {
    /** Of every layer norm in BERT. */
    static final double EPSILON = 1e-12;

    /** Added to the scores of padding; large, but finite as in the published model. */
    private static final double MASKED = -10000;

    private final TextConfig config;
    private final Tensor words;
    private final String wordsName;
    private final Tensor positions;
    private final Tensor types;
    private final LayerNorm norm;
    private final List<BertLayer> layers = new ArrayList<>();

    /** Declares the tensors of docs/method.md section 2.2 in {@code names}. */
    public BertModel(Namespace names, TextConfig config) {
        this.config = config;
        Initial small = Initial.normal(0.02);
        Namespace embeddings = names.child("embeddings");
        embeddings.positions("position_ids", config.positions());
        this.words =
                embeddings
                        .child("word_embeddings")
                        .parameter("weight", small, config.vocabulary(), config.width());
        this.wordsName = embeddings.child("word_embeddings").fullName("weight");
        this.positions =
                embeddings
                        .child("position_embeddings")
                        .parameter("weight", small, config.positions(), config.width());
        this.types =
                embeddings
                        .child("token_type_embeddings")
                        .parameter("weight", small, 2, config.width());
        this.norm = new LayerNorm(embeddings.child("LayerNorm"), config.width(), EPSILON);
        Namespace encoder = names.child("encoder").child("layer");
        for (int i = 0; i < config.layers(); i++) {
            layers.add(new BertLayer(encoder.child(i), config));
        }
    }

    /**
     * Encodes text alone.
     *
     * @param ids word pieces, int64 (B, L)
     * @param mask 1 for words and 0 for padding, (B, L)
     * @return (B, L, D)
     */
    public Tensor text(Tensor ids, Tensor mask, boolean training) {
        int length = ids.size(1);
        Tensor place = positions.in(ids).narrow(0, 0, length); // (L, D)
        Tensor type = types.in(ids).select(0, 0); // (D)
        // Row 0 is padding: looked up, but taught nothing.
        Tensor x = Functional.embedding(words.in(ids), ids, 0).add(type).add(place);
        x = norm.apply(x).dropout(training ? config.dropout() : 0);
        return run(0, config.fusionLayer(), x, mask, length, training);
    }

    /**
     * Fuses text and video: {@code text} first, then {@code video}.
     *
     * @param text (N, L, D) from {@link #text}
     * @param textMask (N, L)
     * @param video (N, 1 + P, D)
     * @param rows how many leading tokens of the result are wanted: 1 for the fused CLS
     * @return (N, rows, D)
     */
    public Tensor fuse(Tensor text, Tensor textMask, Tensor video, int rows, boolean training) {
        Tensor seen = text.ones(video.size(0), video.size(1)); // every video token is seen
        Tensor all = Tensor.concat(1, textMask.in(text), seen);
        return run(
                config.fusionLayer(),
                config.layers(),
                Tensor.concat(1, text, video),
                all,
                rows,
                training);
    }

    /** The same for many pairs of which the fused CLS alone is wanted, without gradients. */
    public PairFusion pairs() {
        return new PairFusion(layers.subList(config.fusionLayer(), config.layers()));
    }

    /** The word embeddings (V, D), which the word head is tied to. */
    Tensor words() {
        return words;
    }

    /** Full name of the word embeddings in the state dict. */
    String wordsName() {
        return wordsName;
    }

    private Tensor run(int from, int to, Tensor x, Tensor mask, int rows, boolean training) {
        Tensor additive =
                x.ones()
                        .subtract(mask.in(x))
                        .scale(MASKED)
                        .reshape(mask.size(0), 1, 1, mask.size(1)); // (N, 1, 1, S)
        if (x.isWritten(config.dropout())) {
            return x.through(written(from, to, x.size(1), rows, training), additive);
        }
        for (int i = from; i < to; i++) {
            BertLayer layer = layers.get(i);
            int wanted = i == to - 1 ? rows : x.size(1);
            x = x.through(t -> layer.apply(t, additive, wanted, training));
        }
        return x;
    }

    private List<WrittenBlock> written(int from, int to, int tokens, int rows, boolean training) {
        return IntStream.range(from, to)
                .mapToObj(i -> layers.get(i).written(i == to - 1 ? rows : tokens, training))
                .toList();
    }
}
