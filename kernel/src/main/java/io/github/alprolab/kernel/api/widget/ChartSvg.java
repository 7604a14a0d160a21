package io.github.alprolab.kernel.api.widget;

import io.github.alprolab.kernel.api.Content;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Lines as a drawing in the colours of the page. */
final class ChartSvg {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int TOP = 34;
    private static final int BOTTOM = 28;
    private static final int RIGHT = 12;
    private static final int TICKS = 5;

    /** Read on light and on dark pages. */
    private static final List<String> INKS =
            List.of("#3987e5", "#e07b00", "#2a9d5c", "#c2478f", "#8a6fd1", "#8d8d3a");

    private final Map<String, List<double[]>> lines;
    private final Range x;
    private final Range y;
    private final StringBuilder svg = new StringBuilder();

    /** What an axis covers. */
    private record Range(double least, double most) {
        static Range of(Map<String, List<double[]>> lines, int axis) {
            double[] all =
                    lines.values().stream()
                            .flatMap(List::stream)
                            .filter(p -> Double.isFinite(p[0]) && Double.isFinite(p[1]))
                            .mapToDouble(p -> p[axis])
                            .toArray();
            if (all.length == 0) {
                return new Range(0, 1);
            }
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double value : all) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            double margin = Math.max(1, Math.abs(least) / 10);
            return most > least ? new Range(least, most) : new Range(least - margin, most + margin);
        }

        double share(double value) {
            return (value / 2 - least / 2) / (most / 2 - least / 2); // also of the largest numbers
        }

        /** Round numbers, some five of them. */
        double[] ticks() {
            double rough = (most / TICKS) - (least / TICKS);
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double head = rough / power;
            double step = power * (head <= 1 ? 1 : head <= 2 ? 2 : head <= 5 ? 5 : 10);
            double first = Math.ceil(least / step) * step;
            return IntStream.range(0, 2 * TICKS)
                    .mapToDouble(i -> first + i * step)
                    .filter(v -> v >= least && v <= most)
                    .toArray();
        }
    }

    private ChartSvg(Map<String, List<double[]>> lines) {
        this.lines = lines;
        this.x = Range.of(lines, 0);
        this.y = Range.of(lines, 1);
    }

    static String of(String title, Map<String, List<double[]>> lines) {
        return new ChartSvg(lines).draw(title);
    }

    private String draw(String title) {
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"12\">"
                        .formatted(WIDTH, HEIGHT, WIDTH));
        svg.append("<title>").append(Content.escape(title)).append("</title>");
        text(LEFT, 14, "start", title, "font-weight=\"bold\"");
        ticks();
        legend();
        int ink = 0;
        for (List<double[]> points : lines.values()) {
            svg.append("<path fill=\"none\" stroke-width=\"1.6\" stroke=\"").append(ink(ink++));
            svg.append("\" d=\"").append(path(points)).append("\"/>");
        }
        return svg.append("</svg>").toString();
    }

    private void ticks() {
        for (double v : x.ticks()) {
            text(px(v), HEIGHT - 8, "middle", number(v), "opacity=\"0.7\"");
        }
        for (double v : y.ticks()) {
            text(LEFT - 6, py(v) + 4, "end", number(v), "opacity=\"0.7\"");
            svg.append(
                    format(
                            "<path stroke=\"currentColor\" opacity=\"0.15\" d=\"M%d %.1fH%d\"/>",
                            LEFT, py(v), WIDTH - RIGHT));
        }
    }

    private void legend() {
        double at = LEFT;
        int ink = 0;
        for (Map.Entry<String, List<double[]>> line : lines.entrySet()) {
            List<double[]> points = line.getValue();
            String words = line.getKey() + " " + number(points.get(points.size() - 1)[1]);
            svg.append(
                    format(
                            "<path stroke=\"%s\" stroke-width=\"3\" d=\"M%.0f 24h14\"/>",
                            ink(ink++), at));
            text(at + 18, 28, "start", words, "");
            at += 30 + 7 * words.length();
        }
    }

    /** Of many points no more than the drawing can show. */
    private String path(List<double[]> points) {
        StringBuilder path = new StringBuilder();
        int every = Math.max(1, points.size() / (2 * WIDTH));
        boolean gap = true;
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            boolean none = !Double.isFinite(point[0]) || !Double.isFinite(point[1]);
            if (!none && (i % every == 0 || i == points.size() - 1 || gap)) {
                path.append(format("%s%.1f %.1f", gap ? "M" : "L", px(point[0]), py(point[1])));
                gap = false;
            }
            gap |= none;
        }
        return path.toString();
    }

    private void text(double left, double top, String anchor, String words, String more) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" ", left, top, anchor));
        svg.append(more).append('>').append(Content.escape(words)).append("</text>");
    }

    private double px(double value) {
        return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String ink(int line) {
        return INKS.get(line % INKS.size());
    }

    /** Four digits that tell the value. */
    static String number(double value) {
        double rounded = Math.abs(value) < 1e-12 ? 0 : value;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e7
                ? Long.toString((long) rounded)
                : format("%.4g", rounded)
                        .replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2")
                        .replaceFirst("\\.(e|$)", "$1");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
