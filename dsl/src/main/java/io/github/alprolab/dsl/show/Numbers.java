package io.github.alprolab.dsl.show;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {
    private static final char THIN_SPACE = '\u2009';

    /** What is left of a small negative number after rounding. */
    private static final Pattern NOTHING = Pattern.compile("-0(\\.0+)?");

    private Numbers() {}

    /** Thousands apart: 4 096. */
    public static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', THIN_SPACE);
    }

    /** With a fixed number of decimals; a dash where there is no number. */
    public static String decimals(double value, int digits) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return NOTHING.matcher(text).matches() ? text.substring(1) : text;
    }

    /** A share of 0 to 1 as percent with one decimal. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : decimals(100 * share, 1) + " %";
    }

    /** As few digits as tell the value: 0.001, 1.0E-4, 20. */
    public static String brief(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** One digit before the point and a power of ten: 9.5e-04. */
    public static String scientific(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }

    /** Seconds, minutes or hours, one unit. */
    public static String duration(double seconds) {
        if (seconds < 1) {
            return decimals(seconds, 1) + " s";
        }
        if (seconds < 100) {
            return Math.round(seconds) + " s";
        }
        return seconds < 6000
                ? Math.round(seconds / 60) + " min"
                : decimals(seconds / 3600, 1) + " h";
    }

    /** Bytes in MiB or GiB. */
    public static String bytes(double bytes) {
        double mebi = bytes / (1 << 20);
        return mebi < 1000
                ? decimals(mebi, mebi < 10 ? 1 : 0) + " MiB"
                : decimals(mebi / 1024, 1) + " GiB";
    }

    /** Parameters in thousands or millions. */
    public static String millions(long count) {
        return count < 1_000_000
                ? decimals(count / 1e3, 0) + " thousand"
                : decimals(count / 1e6, 1) + " million";
    }
}
