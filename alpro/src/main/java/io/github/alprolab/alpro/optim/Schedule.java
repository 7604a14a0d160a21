package io.github.alprolab.alpro.optim;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.TrainConfig;

/**
 * Learning rate by update: a linear warm-up over the first {@code w = int(warmup·N)} updates, then
 * a decay to 0 at update N (docs/method.md section 5.4).
 *
 * @param peak largest learning rate
 * @param warmup share of all updates that warm up
 * @param decay what follows
 * @param steps N, all updates
 */
public record Schedule(double peak, double warmup, Decay decay, int steps) {
    private static final double FLOOR = 1e-8;

    /** That of a training of so many updates. */
    public static Schedule of(TrainConfig config, int steps) {
        return new Schedule(
                config.get(TrainConfig.LEARNING_RATE),
                config.get(TrainConfig.WARMUP),
                config.get(TrainConfig.DECAY),
                steps);
    }

    /** The rate of update 1, 2, … N. */
    public double at(int step) {
        int warm = (int) (warmup * steps);
        double share =
                step < warm ? (double) step / warm : after((double) (step - warm) / (steps - warm));
        return peak * share;
    }

    /** {@link #at}, where the published code puts 1e-8 for rates of 0 and below. */
    public double floored(int step) {
        double rate = at(step);
        return rate <= 0 ? FLOOR : rate;
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
