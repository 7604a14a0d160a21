package io.github.alprolab.alpro.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Probabilities over names: names of a crop, or answers to a question. */
public final class Distribution {
    private final List<String> names;
    private final double[] probabilities;

    /** Probabilities in the order of {@code names}, summing to 1. */
    public Distribution(List<String> names, double[] probabilities) {
        if (names.size() != probabilities.length) {
            throw new IllegalArgumentException(
                    names.size() + " names and " + probabilities.length + " probabilities");
        }
        this.names = List.copyOf(names);
        this.probabilities = probabilities.clone();
    }

    /** From float32 probabilities. */
    public static Distribution of(List<String> names, float[] probabilities) {
        double[] wide = new double[probabilities.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = probabilities[i];
        }
        return new Distribution(names, wide);
    }

    /** The softmax over the first scores, one for each name; further scores count for nothing. */
    public static Distribution softmax(List<String> names, float[] scores) {
        double[] probabilities = new double[names.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < probabilities.length; i++) {
            most = Math.max(most, scores[i]);
        }
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Math.exp(scores[i] - most);
            sum += probabilities[i];
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] /= sum;
        }
        return new Distribution(names, probabilities);
    }

    /** The likeliest name. */
    public String best() {
        return top(1).get(0).getKey();
    }

    /** The largest probability. */
    public double confidence() {
        return Arrays.stream(probabilities).max().orElseThrow();
    }

    /** The {@code count} likeliest names with their probabilities, best first. */
    public List<Map.Entry<String, Double>> top(int count) {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
                .limit(count)
                .map(i -> Map.entry(names.get(i), probabilities[i]))
                .toList();
    }

    /** The probability of a name; 0 for one that is not in the list. */
    public double probability(String name) {
        int place = names.indexOf(name);
        return place < 0 ? 0 : probabilities[place];
    }
}
