package io.github.alprolab.alpro.optim;

import io.github.alprolab.alpro.config.Decay;

/**
 * Learning rate by step: a linear warm-up, then a decay to 0 (alpro.md section 5.4).
 *
 * @param peak largest learning rate
 * @param warmup share of all steps that warm up
 * @param decay what follows
 * @param steps N, all steps
 */
public record Schedule(double peak, double warmup, Decay decay, int steps) {
    /** A rate of 0 would stop the moments' bias correction from mattering; the published floor. */
    private static final double FLOOR = 1e-8;

    /** The rate of step 1, 2, … N. */
    public double at(int step) {
        int warm = (int) (warmup * steps);
        double share =
                step < warm ? (double) step / warm : after((double) (step - warm) / (steps - warm));
        return Math.max(FLOOR, peak * share);
    }

    private double after(double progress) {
        double left = Math.max(0, 1 - progress);
        return switch (decay) {
            case LINEAR -> left;
            case COSINE -> 0.5 * (1 - Math.cos(Math.PI * left));
            case CONSTANT -> 1;
        };
    }
}
