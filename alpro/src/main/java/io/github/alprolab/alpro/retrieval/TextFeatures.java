package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Texts encoded once.
 *
 * @param vectors unit vectors for VTC, (texts, d)
 * @param tokens output of the text encoder for VTM, row by row (texts, L·D), padded to one L
 * @param masks 1 for word pieces and 0 for padding, (texts, L)
 */
public record TextFeatures(float[][] vectors, float[][] tokens, float[][] masks) {

    /**
     * What one batch gives.
     *
     * @param text (B, L, D) of the text encoder
     * @param mask (B, L)
     */
    public static TextFeatures of(AlproModel model, Tensor text, Tensor mask) {
        return new TextFeatures(
                model.textFeature(text).matrix(),
                text.reshape(text.size(0), -1).matrix(),
                mask.matrix());
    }

    /** For VTC alone. */
    static TextFeatures ofVectors(float[][] vectors) {
        float[][] none = {};
        return new TextFeatures(vectors, none, none);
    }

    /** All texts of some batches, padded to the longest. */
    static TextFeatures joined(List<TextFeatures> parts) {
        int length = parts.stream().mapToInt(TextFeatures::length).max().orElse(0);
        return new TextFeatures(
                rows(parts, TextFeatures::vectors),
                rows(parts, part -> padded(part.tokens(), part.length(), length)),
                rows(parts, part -> padded(part.masks(), part.length(), length)));
    }

    /** Number of texts. */
    public int count() {
        return vectors.length;
    }

    /** L, word pieces of the longest text. */
    int length() {
        return masks.length == 0 ? 0 : masks[0].length;
    }

    private static float[][] padded(float[][] rows, int length, int wanted) {
        return Arrays.stream(rows)
                .map(row -> Arrays.copyOf(row, row.length / length * wanted))
                .toArray(float[][]::new);
    }

    private static float[][] rows(List<TextFeatures> parts, Function<TextFeatures, float[][]> of) {
        return parts.stream()
                .flatMap(part -> Arrays.stream(of.apply(part)))
                .toArray(float[][]::new);
    }
}
