package io.github.alprolab.bench.speed;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The middle of some figures and the middle half of them, ends interpolated. */
record Quartiles(double lower, double median, double upper) {

    static Quartiles of(Collection<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(f -> f).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("No figure is given; at least one is needed.");
        }
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("median", Line.rounded(median));
        all.put("lower_quartile", Line.rounded(lower));
        all.put("upper_quartile", Line.rounded(upper));
        return all;
    }
}
