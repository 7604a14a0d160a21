package io.github.alprolab.alpro.text;

import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.nn.LayerNorm;
import io.github.alprolab.alpro.nn.Linear;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Attention;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.WrittenBlock;
import java.util.List;
import java.util.stream.Stream;

/** One post-norm transformer layer. */
final class BertLayer {
    private final String name;
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear attentionOutput;
    private final LayerNorm attentionNorm;
    private final Linear intermediate;
    private final Linear output;
    private final LayerNorm outputNorm;
    private final int heads;
    private final double dropout;

    BertLayer(Namespace names, TextConfig config) {
        int width = config.width();
        Namespace attention = names.child("attention");
        Namespace self = attention.child("self");
        this.name = self.name();
        this.query = Linear.normal(self.child("query"), width, width);
        this.key = Linear.normal(self.child("key"), width, width);
        this.value = Linear.normal(self.child("value"), width, width);
        Namespace attended = attention.child("output");
        this.attentionOutput = Linear.normal(attended.child("dense"), width, width);
        this.attentionNorm = new LayerNorm(attended.child("LayerNorm"), width, BertModel.EPSILON);
        this.intermediate =
                Linear.normal(
                        names.child("intermediate").child("dense"), width, config.feedForward());
        Namespace out = names.child("output");
        this.output = Linear.normal(out.child("dense"), config.feedForward(), width);
        this.outputNorm = new LayerNorm(out.child("LayerNorm"), width, BertModel.EPSILON);
        this.heads = config.heads();
        this.dropout = config.dropout();
    }

    /**
     * Runs the layer for the first {@code rows} tokens, which see all tokens.
     *
     * @param x (N, S, D)
     * @param mask added to the scores, (N, 1, 1, S)
     * @return (N, rows, D)
     */
    Tensor apply(Tensor x, Tensor mask, int rows, boolean training) {
        double drop = training ? dropout : 0;
        Tensor asking = rows == x.size(1) ? x : x.narrow(1, 0, rows);
        Tensor attended =
                Attention.masked(
                        name, query.apply(asking), key.apply(x), value.apply(x), mask, heads, drop);
        return after(asking, attended, drop);
    }

    /** {@link #apply} in one piece. */
    WrittenBlock written(int rows, boolean training) {
        List<Tensor> parameters =
                Stream.of(
                                query.parameters(),
                                key.parameters(),
                                value.parameters(),
                                attentionOutput.parameters(),
                                attentionNorm.parameters(),
                                intermediate.parameters(),
                                output.parameters(),
                                outputNorm.parameters())
                        .flatMap(List::stream)
                        .toList();
        return new WrittenBlock(
                "bert",
                parameters,
                BertModel.EPSILON,
                training ? dropout : 0,
                List.of(heads, rows));
    }

    /** What follows attention: its output, then the perceptron, each with what went in. */
    private Tensor after(Tensor asking, Tensor attended, double drop) {
        Tensor h = attentionNorm.apply(asking.add(attentionOutput.apply(attended).dropout(drop)));
        Tensor wide = output.apply(intermediate.apply(h).gelu()).dropout(drop);
        return outputNorm.apply(h.add(wide));
    }

    /**
     * What tokens bring into the layer's attention, whatever stands beside them: each (N, heads, S,
     * D / heads).
     */
    record Heads(Tensor queries, Tensor keys, Tensor values) {
        Heads rows(Tensor index) {
            return new Heads(
                    queries.in(index).rows(index),
                    keys.in(index).rows(index),
                    values.in(index).rows(index));
        }

        /** These tokens, then others of the same rows. */
        Heads and(Heads others) {
            return new Heads(
                    Tensor.concat(2, queries, others.queries),
                    Tensor.concat(2, keys, others.keys),
                    Tensor.concat(2, values, others.values));
        }
    }

    /** The same of tokens (N, S, D), outside the graph. */
    Heads heads(Tensor x) {
        return new Heads(
                Functional.headsApart(query.forward(x), heads),
                Functional.headsApart(key.forward(x), heads),
                Functional.headsApart(value.forward(x), heads));
    }

    /**
     * Runs the layer outside the graph for tokens that are all seen.
     *
     * @param x (N, S, D)
     * @param brought what {@link #heads} gives of them
     * @return (N, S, D)
     */
    Tensor ofHeads(Tensor x, Heads brought) {
        return forward(
                x, Functional.attentionForward(brought.queries, brought.keys, brought.values));
    }

    /**
     * Runs the layer outside the graph for the first of tokens that are all seen.
     *
     * @param x (N, S, D)
     * @return (N, D)
     */
    Tensor ofFirst(Tensor x) {
        Tensor asking = x.select(1, 0);
        Tensor attended =
                Functional.attentionOfFirst(
                        x, query.apply(asking), key.weight(), value.weight(), value.bias(), heads);
        return forward(asking, attended);
    }

    /** {@link #after} outside the graph. */
    private Tensor forward(Tensor asking, Tensor attended) {
        Tensor h = attentionNorm.apply(asking.add(attentionOutput.forward(attended)));
        return outputNorm.apply(h.add(output.forward(intermediate.forwardGelu(h))));
    }
}
