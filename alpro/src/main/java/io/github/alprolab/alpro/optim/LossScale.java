package io.github.alprolab.alpro.optim;

/**
 * The factor that keeps gradients in the range of FP16: the loss is multiplied by it before the
 * backward pass, and gradients are divided by it after. It is halved when a gradient leaves the
 * range, for an update that is left out, and doubled after {@value #PATIENCE} updates that were not
 * (Micikevicius et al. 2018, «Mixed Precision Training», section 3.2). Powers of two change no
 * digit of a gradient that stays in range.
 */
public final class LossScale {
    private static final double FIRST = 65536;
    private static final double MOST = 16777216;
    private static final int PATIENCE = 2000;

    private final boolean moving;
    private double factor;
    private int inRow;
    private int leftOut;

    private LossScale(boolean moving, double factor) {
        this.moving = moving;
        this.factor = factor;
    }

    /** 1 for ever: for gradients with the range of 32 bits. */
    public static LossScale none() {
        return new LossScale(false, 1);
    }

    /** One that begins at 65536 and moves. */
    public static LossScale moving() {
        return new LossScale(true, FIRST);
    }

    /** Whether it can be anything but 1. */
    public boolean isMoving() {
        return moving;
    }

    /** What the loss is multiplied by. */
    public double factor() {
        return factor;
    }

    /** Updates that were left out so far. */
    public int leftOut() {
        return leftOut;
    }

    /**
     * Takes note of an update's gradient.
     *
     * @param norm of the gradient, infinite or no number where it left the range
     * @return whether the update counts
     * @throws IllegalStateException when gradients are no numbers at a factor of 1 either
     */
    public boolean counts(double norm) {
        if (!moving) {
            return true;
        }
        if (Double.isFinite(norm)) {
            grow();
            return true;
        }
        if (factor <= 1) {
            throw new IllegalStateException(
                    "The gradient is %s in FP16, also without a loss scale: values leave its range. Train in BF16 or FP32, or with a smaller learning rate."
                            .formatted(norm));
        }
        factor /= 2;
        inRow = 0;
        leftOut++;
        return false;
    }

    private void grow() {
        inRow++;
        if (inRow == PATIENCE) {
            factor = Math.min(MOST, 2 * factor);
            inRow = 0;
        }
    }

    /** What a checkpoint keeps of it. */
    public float[] state() {
        return new float[] {(float) factor, inRow, leftOut};
    }

    /** Goes on from {@link #state}. */
    public void restore(float... state) {
        this.factor = state[0];
        this.inRow = (int) state[1];
        this.leftOut = (int) state[2];
    }
}
