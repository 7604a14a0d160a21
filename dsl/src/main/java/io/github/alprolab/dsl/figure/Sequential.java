package io.github.alprolab.dsl.figure;

import java.awt.Color;

/**
 * The viridis scale from light (low) to dark (high): even steps of lightness, readable in grey and
 * with any kind of colour vision.
 */
final class Sequential {
    private static final int[] STOPS = {
        0xFDE725, 0xB5DE2B, 0x6ECE58, 0x35B779, 0x1F9E89, 0x26828E, 0x31688E, 0x3E4989, 0x482878,
        0x440154
    };

    private Sequential() {}

    /** The colour of a share of 0 (low) to 1 (high). */
    static Color at(double share) {
        double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
        int low = Math.min(STOPS.length - 2, (int) place);
        double rest = place - low;
        return new Color(mix(low, rest, 16) << 16 | mix(low, rest, 8) << 8 | mix(low, rest, 0));
    }

    /** Black or white, whichever is read better on a colour. */
    static Color over(Color color) {
        double light = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
        return light > 140 ? Color.BLACK : Color.WHITE;
    }

    private static int mix(int low, double rest, int shift) {
        int from = STOPS[low] >> shift & 0xff;
        int to = STOPS[low + 1] >> shift & 0xff;
        return (int) Math.round(from + rest * (to - from));
    }
}
