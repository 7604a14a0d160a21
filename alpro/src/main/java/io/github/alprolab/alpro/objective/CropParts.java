package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.prompter.CropBox;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** PEM's loss as a mean over parts: all crops are labelled before it is known how many count. */
final class CropParts implements Parts {
    private final Pem pem;
    private final Step whole;
    private final List<CropBox> boxes;
    private final Map<Integer, float[][]> labels = new ConcurrentHashMap<>();
    private final Map<Integer, float[]> counted = new ConcurrentHashMap<>();

    CropParts(Pem pem, Step whole) {
        this.pem = pem;
        this.whole = whole;
        this.boxes = pem.boxes(whole);
    }

    @Override
    public void look(Step part, int first) {
        float[][] own = pem.labels(part, inside(part, first)).matrix();
        labels.put(first, own);
        counted.put(first, pem.counted(own));
    }

    @Override
    public void seen() {
        whole.report(Pem.IGNORED, (whole.clips() - left()) / whole.clips());
    }

    @Override
    public double weight(Step part, int first) {
        return sum(counted.get(first)) / Math.max(1, left());
    }

    @Override
    public StepTensor loss(Step part, int first) {
        float[][] rows = labels.get(first);
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * rows[i].length, rows[i].length);
        }
        StepTensor soft = part.tensor(values, rows.length, rows[0].length);
        StepTensor teaching = part.tensor(counted.get(first), rows.length);
        return pem.mean(part, inside(part, first), soft, teaching);
    }

    private StepTensor inside(Step part, int first) {
        return pem.inside(part, boxes.subList(first, first + part.clips()));
    }

    private double left() {
        return counted.values().stream().mapToDouble(CropParts::sum).sum();
    }

    private static double sum(float... values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
