package io.github.alprolab.alpro.text;

import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;
import java.util.Optional;

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

    /** One side of pairs: texts of one length, or clips. */
    public static final class Side {
        private final Tensor tokens;
        private final Optional<BertLayer.Heads> heads;

        private Side(Tensor tokens, Optional<BertLayer.Heads> heads) {
            this.tokens = tokens;
            this.heads = heads;
        }

        /** S, tokens of each. */
        public int length() {
            return tokens.size(1);
        }

        /** Some of them by an int64 index (N), repeated as it says. */
        public Side rows(Tensor index) {
            return new Side(tokens.in(index).rows(index), heads.map(h -> h.rows(index)));
        }
    }

    /** Encoded texts of one length, (n, L, D), or clips, (n, 1 + P, D). */
    public Side side(Tensor tokens) {
        return new Side(tokens, before.stream().findFirst().map(layer -> layer.heads(tokens)));
    }

    /**
     * The fused CLS of pairs.
     *
     * @param texts of each pair, N
     * @param clips of each pair, N
     * @return (N, D)
     */
    public Tensor cls(Side texts, Side clips) {
        Tensor x = Tensor.concat(1, texts.tokens, clips.tokens);
        for (int i = 0; i < before.size(); i++) {
            BertLayer layer = before.get(i);
            x =
                    layer.ofHeads(
                            x,
                            i == 0
                                    ? texts.heads.orElseThrow().and(clips.heads.orElseThrow())
                                    : layer.heads(x));
        }
        return last.ofFirst(x);
    }
}
