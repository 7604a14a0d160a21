package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;

/**
 * Floating-point operations of the products of matrices, a multiplication and an addition counted
 * as two. What the published procedure needs is counted, whatever an implementation saves, so that
 * operations a second compare implementations on one scale.
 *
 * @param config sizes of the model, with divided attention in space and time
 * @param words L, word pieces of a text
 */
public record Flops(AlproConfig config, int words) {
    /** Share of words that MLM hides; first and last piece are never hidden. */
    private static final double HIDDEN = 0.15;

    /** Clips that the published evaluation encodes anew for so many texts. */
    private static final int TEXTS_AT_A_TIME = 64;

    /** The video encoder on one clip. */
    double video() {
        VideoConfig v = config.video();
        double width = v.width();
        double patches = (double) v.patches() * v.frames();
        double copies = patches + v.frames(); // CLS once a frame
        double inTime = (8 + 2) * width * width * patches + 4 * width * patches * v.frames();
        double inSpace = 8 * width * width * copies + 4 * width * copies * (1 + v.patches());
        double perceptron = 4 * width * v.feedForward() * (1 + patches);
        return patches() + v.depth() * (inTime + inSpace + perceptron);
    }

    /** The patches' projection alone, through which no gradient flows on to pixels. */
    private double patches() {
        VideoConfig v = config.video();
        return 2.0 * 3 * v.patch() * v.patch() * v.width() * v.patches() * v.frames();
    }

    /** The text layers on one text. */
    double text() {
        return config.text().fusionLayer() * layer(words);
    }

    /** The fusion layers on one pair, every token to the end. */
    double fusion() {
        return fusionLayers() * layer(fused());
    }

    /**
     * The fusion layers on one pair where CLS alone is wanted, and what each side brings to the
     * first layer's attention is known: what the ranking needs.
     */
    double fusionOfFirst() {
        TextConfig t = config.text();
        double width = t.width();
        double projections = 6 * width * width * fused();
        double last =
                4 * width * width // query and output
                        + 4 * width * t.feedForward()
                        + 4 * width * width // keys and values, taken to the query's side
                        + 4.0 * t.heads() * width * fused();
        return (fusionLayers() - 1) * layer(fused()) - projections + last;
    }

    /**
     * One clip of a training step: a forward and backward pass of the clip, the text twice (once
     * with hidden words), four fused pairs, hidden words; and the frozen prompter forward.
     */
    public double trainingStep() {
        double width = config.text().width();
        double hidden = HIDDEN * (words - 2) * (2 * width * width + 2 * width * vocabulary());
        double forward = video() + 2 * text() + 4 * fusion() + hidden;
        return 3 * forward - patches() + video();
    }

    /** A ranking of {@code texts} by {@code clips} with each text and clip encoded once. */
    double ranking(int texts, int clips) {
        return clips * video() + texts * text() + (double) texts * clips * fusionOfFirst();
    }

    /** The same as published: clips once for every 64 texts, texts once for every clip. */
    double publishedRanking(int texts, int clips) {
        double groups = Math.ceil((double) texts / TEXTS_AT_A_TIME);
        return groups * clips * video() + (double) texts * clips * (text() + fusion());
    }

    private double vocabulary() {
        return config.text().vocabulary();
    }

    private int fusionLayers() {
        return config.text().layers() - config.text().fusionLayer();
    }

    private double fused() {
        return words + 1.0 + config.video().patches();
    }

    private double layer(double tokens) {
        double width = config.text().width();
        return tokens
                * (8 * width * width
                        + 4 * width * config.text().feedForward()
                        + 4 * width * tokens);
    }
}
