package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.objective.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Scores of questions with their right answers.
 *
 * @param scores C for each question
 * @param labels places of the right answers; empty where the model does not know the answer
 */
record AnswerScores(List<float[]> scores, List<OptionalInt> labels) {

    /**
     * Mean cross-entropy of the questions whose answer is known, and accuracy over all: an answer
     * that is not known is never right.
     *
     * @param answers how many classes stand for an answer
     */
    Map<Metric, Double> figures(int answers) {
        double loss = 0;
        int known = 0;
        int right = 0;
        for (int i = 0; i < scores.size(); i++) {
            if (labels.get(i).isPresent()) {
                int label = labels.get(i).getAsInt();
                known++;
                loss += crossEntropy(scores.get(i), label);
                right += best(scores.get(i), answers) == label ? 1 : 0;
            }
        }
        Map<Metric, Double> figures = new LinkedHashMap<>();
        if (known > 0) {
            figures.put(Metric.TOTAL_LOSS, loss / known);
            figures.put(Metric.ANSWER_LOSS, loss / known);
        }
        figures.put(Metric.ANSWER_ACCURACY, (double) right / scores.size());
        return figures;
    }

    private static int best(float[] row, int answers) {
        int best = 0;
        for (int i = 1; i < answers; i++) {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }

    private static double crossEntropy(float[] row, int label) {
        double most = Double.NEGATIVE_INFINITY;
        for (float score : row) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (float score : row) {
            sum += Math.exp(score - most);
        }
        return most + Math.log(sum) - row[label];
    }
}
