package io.github.alprolab.dsl;

/**
 * Sizes of the text encoder, or of the fusion encoder above it.
 *
 * @param layers number of BERT layers
 * @param heads attention heads, the same in text and fusion
 * @param dropout rate, a share
 */
public record TextPart(int layers, int heads, double dropout) {
    public TextPart {
        Range.atLeast(1, layers, "layers");
        Range.atLeast(1, heads, "heads");
        Range.share(dropout, "dropout", 0.1);
    }

    public TextPart layers(int count) {
        return new TextPart(count, heads, dropout);
    }

    public TextPart heads(int count) {
        return new TextPart(layers, count, dropout);
    }

    public TextPart dropout(double share) {
        return new TextPart(layers, heads, share);
    }
}
