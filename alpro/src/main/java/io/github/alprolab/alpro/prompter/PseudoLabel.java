package io.github.alprolab.alpro.prompter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A prompter's distribution over entities for one crop. */
public final class PseudoLabel {
    private final List<String> entities;
    private final double[] probabilities;

    /** Probabilities in the order of {@code entities}, summing to 1. */
    public PseudoLabel(List<String> entities, double[] probabilities) {
        if (entities.size() != probabilities.length) {
            throw new IllegalArgumentException(
                    entities.size() + " entities and " + probabilities.length + " probabilities");
        }
        this.entities = List.copyOf(entities);
        this.probabilities = probabilities.clone();
    }

    /** The likeliest entity. */
    public String best() {
        return top(1).get(0).getKey();
    }

    /** The largest probability. */
    public double confidence() {
        return Arrays.stream(probabilities).max().orElseThrow();
    }

    /** The {@code count} likeliest entities with their probabilities, best first. */
    public List<Map.Entry<String, Double>> top(int count) {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
                .limit(count)
                .map(i -> Map.entry(entities.get(i), probabilities[i]))
                .toList();
    }

    /** The probability of an entity; 0 for one that is not in the list. */
    public double probability(String entity) {
        int place = entities.indexOf(entity);
        return place < 0 ? 0 : probabilities[place];
    }
}
