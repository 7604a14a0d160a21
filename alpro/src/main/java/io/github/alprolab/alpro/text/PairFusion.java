package io.github.alprolab.alpro.text;

import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;

/**
 * Fuses many pairs of some texts and some clips, of which the fused CLS alone is wanted
 * (docs/method.md section 10.2). What a token brings into the first layer does not depend on the
 * other side and is computed once; the last layer needs neither keys nor values of single tokens.
 * Texts come without padding. Equal to {@link BertModel#fuse} up to rounding.
 */
public final class PairFusion {
    private final List<BertLayer> before;
    private final BertLayer last;

    PairFusion(List<BertLayer> layers) {
        this.before = List.copyOf(layers.subList(0, layers.size() - 1));
        this.last = layers.get(layers.size() - 1);
    }

    /**
     * One side of pairs: texts of one length, or clips.
     *
     * @param tokens with their queries, keys and values in the first layer beside them, (n, S, 4D);
     *     alone where there is one layer, (n, S, D)
     */
    public record Side(Tensor tokens) {
        /** Some of them by an int64 index (N), repeated as it says. */
        public Side rows(Tensor index) {
            return new Side(tokens.in(index).rows(index));
        }
    }

    /** Encoded texts of one length, (n, L, D), or clips, (n, 1 + P, D). */
    public Side side(Tensor tokens) {
        return new Side(
                before.isEmpty()
                        ? tokens
                        : Tensor.concat(2, tokens, before.get(0).projected(tokens)));
    }

    /**
     * The fused CLS of pairs.
     *
     * @param texts of each pair, N
     * @param clips of each pair, N
     * @return (N, D)
     */
    public Tensor cls(Side texts, Side clips) {
        Tensor joined = Tensor.concat(1, texts.tokens(), clips.tokens());
        return before.isEmpty() ? last.ofFirst(joined) : last.ofFirst(fused(joined));
    }

    private Tensor fused(Tensor joined) {
        int width = joined.size(2) / 4;
        Tensor x =
                before.get(0)
                        .ofProjected(
                                joined.narrow(2, 0, width), joined.narrow(2, width, 3L * width));
        for (BertLayer layer : before.subList(1, before.size())) {
            x = layer.ofProjected(x, layer.projected(x));
        }
        return x;
    }
}
