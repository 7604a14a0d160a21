package io.github.alprolab.alpro.config;

/**
 * The sizes of the one BERT whose first layers encode text and whose last layers fuse text and
 * video (paper section 3.1).
 *
 * @param vocabulary V, number of word pieces
 * @param width D, a multiple of {@code heads}
 * @param layers all layers
 * @param fusionLayer number of layers that see text only; the others fuse
 * @param heads attention heads
 * @param feedForward width inside a layer's perceptron
 * @param positions longest text in word pieces
 * @param dropout rate on hidden values and on attention, a share
 */
public record TextConfig(
        int vocabulary,
        int width,
        int layers,
        int fusionLayer,
        int heads,
        int feedForward,
        int positions,
        double dropout) {

    public TextConfig {
        Require.check(vocabulary > 5, "vocabulary", vocabulary, "at least 6 (five are special)");
        Require.positive("text heads", heads);
        Require.positive("text width", width);
        Require.divides("heads", heads, "text width", width);
        Require.check(
                fusionLayer >= 1 && fusionLayer < layers,
                "fusion layer",
                fusionLayer,
                "1 to " + (layers - 1) + " for " + layers + " layers");
        Require.positive("text feed-forward width", feedForward);
        Require.positive("positions", positions);
        Require.share("dropout", dropout);
    }

    /** The same encoder over another number of word pieces. */
    public TextConfig vocabulary(int vocabulary) {
        return new TextConfig(
                vocabulary, width, layers, fusionLayer, heads, feedForward, positions, dropout);
    }
}
