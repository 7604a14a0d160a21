package io.github.alprolab.alpro.bert;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.text.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the tensors of a BERT tell of it. Heads are not among them: Google's have heads of 64
 * values.
 *
 * @param width D
 * @param layers of text and fusion encoder together
 * @param positions longest text in word pieces
 */
public record BertSizes(int width, int layers, int positions) {
    private static final int HEAD = 64;
    private static final String EMBEDDINGS = "text_encoder.bert.embeddings.";
    private static final String LAYER = "text_encoder.bert.encoder.layer.";

    static BertSizes base() {
        TextConfig base = AlproConfig.base().text();
        return new BertSizes(base.width(), base.layers(), base.positions());
    }

    /** From shapes under the published names. */
    static BertSizes of(Path file, Map<String, long[]> shapes) throws IOException {
        long[] words = shape(file, shapes, EMBEDDINGS + "word_embeddings.weight");
        long[] positions = shape(file, shapes, EMBEDDINGS + "position_embeddings.weight");
        int known = Vocabulary.bertUncased().size();
        if (words[0] != known) {
            throw new IOException(
                    "%s has %,d word pieces; allowed is an uncased BERT, which has %,d."
                            .formatted(file, words[0], known));
        }
        int layers = 0;
        while (shapes.containsKey(LAYER + layers + ".intermediate.dense.weight")) {
            layers++;
        }
        return new BertSizes((int) words[1], layers, (int) positions[0]);
    }

    private static long[] shape(Path file, Map<String, long[]> shapes, String name)
            throws IOException {
        long[] shape = shapes.get(name);
        if (shape == null || shape.length != 2) {
            throw new IOException(
                    ("%s holds no BERT: there is no %s in it under the names of Hugging Face's"
                                    + " BertModel or BertForMaskedLM, nor under ALPRO's.")
                            .formatted(file, name.substring("text_encoder.".length())));
        }
        return shape;
    }

    /** Attention heads. */
    public int heads() {
        return Math.max(1, width / HEAD);
    }

    @Override
    public String toString() {
        return "width %d, %d heads, %d layers in text and fusion together and %d positions"
                .formatted(width, heads(), layers, positions);
    }
}
