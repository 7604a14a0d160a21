package io.github.alprolab.dsl.record;

/**
 * One number of a run.
 *
 * @param step training steps done
 * @param epoch epoch of the step, from 1
 * @param split TRAIN or VALIDATION, or the split evaluated
 * @param metric name of the quantity
 * @param value finite
 * @param seconds since the session began
 */
public record MetricRow(
        int step, int epoch, String split, String metric, double value, double seconds) {
    static final String HEADER = "step,epoch,split,metric,value,seconds";

    String csv() {
        return step + "," + epoch + "," + split + "," + metric + "," + value + "," + seconds;
    }

    static MetricRow parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 6) {
            throw new IllegalArgumentException(
                    "A line of metrics.csv has %d cells, 6 are expected: %s"
                            .formatted(cells.length, line));
        }
        return new MetricRow(
                Integer.parseInt(cells[0]),
                Integer.parseInt(cells[1]),
                cells[2],
                cells[3],
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]));
    }
}
