package io.github.alprolab.dsl.figure;

/** The interval of Wilson (1927) around a share, in which the true one lies 95 times of 100. */
public final class Wilson {
    /** Deviations of a normal distribution that 95 % lie within. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * Of so many right ones; unlike the one by the normal distribution it stays within 0 to 1 and
     * is sound for few items and for shares near an end.
     *
     * @param count at least 1
     */
    public static Spread interval(long right, long count) {
        double share = (double) right / count;
        double width = Z * Z / count;
        double centre = (share + width / 2) / (1 + width);
        double half =
                Z * Math.sqrt(share * (1 - share) / count + width / (4.0 * count)) / (1 + width);
        return new Spread(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
