package io.github.alprolab.alpro.bert;

import io.github.alprolab.alpro.config.TextConfig;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tensors of a BERT with its word head as TensorFlow names and lays them out. A saved model
 * holds their values one after another in the order of the names, so sizes tell every place.
 */
final class BertLayout {
    private final Map<String, long[]> shapes = new TreeMap<>();

    private BertLayout() {}

    /** Every name, in the order of the file, with its shape; kernels are (in, out). */
    static Map<String, long[]> of(TextConfig sizes) {
        BertLayout layout = new BertLayout();
        int width = sizes.width();
        String bert = "module/bert/";
        layout.embeddings(bert + "embeddings/", sizes);
        for (int i = 0; i < sizes.layers(); i++) {
            layout.layer(bert + "encoder/layer_" + i + "/", width, sizes.feedForward());
        }
        layout.dense(bert + "pooler/dense/", width, width);
        layout.shapes.put("module/cls/predictions/output_bias", new long[] {sizes.vocabulary()});
        layout.dense("module/cls/predictions/transform/dense/", width, width);
        layout.norm("module/cls/predictions/transform/", width);
        return layout.shapes;
    }

    private void embeddings(String at, TextConfig sizes) {
        shapes.put(at + "word_embeddings", new long[] {sizes.vocabulary(), sizes.width()});
        shapes.put(at + "position_embeddings", new long[] {sizes.positions(), sizes.width()});
        shapes.put(at + "token_type_embeddings", new long[] {2, sizes.width()});
        norm(at, sizes.width());
    }

    private void layer(String at, int width, int feedForward) {
        for (String part : new String[] {"query", "key", "value"}) {
            dense(at + "attention/self/" + part + "/", width, width);
        }
        dense(at + "attention/output/dense/", width, width);
        norm(at + "attention/output/", width);
        dense(at + "intermediate/dense/", width, feedForward);
        dense(at + "output/dense/", feedForward, width);
        norm(at + "output/", width);
    }

    private void dense(String at, int in, int out) {
        shapes.put(at + "kernel", new long[] {in, out});
        shapes.put(at + "bias", new long[] {out});
    }

    private void norm(String at, int width) {
        shapes.put(at + "LayerNorm/beta", new long[] {width});
        shapes.put(at + "LayerNorm/gamma", new long[] {width});
    }
}
