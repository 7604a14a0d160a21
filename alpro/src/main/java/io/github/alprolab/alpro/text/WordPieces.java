package io.github.alprolab.alpro.text;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Statistics of word pieces. */
public final class WordPieces {
    private WordPieces() {}

    /**
     * Share of the most frequent piece among all pieces, 0 to 1: the accuracy of masked language
     * modelling by always guessing it.
     *
     * @throws IllegalArgumentException when the texts have no pieces
     */
    public static double mostFrequentShare(List<String> texts) {
        try (Tokenizer tokenizer = Tokenizer.bertUncased()) {
            Map<String, Long> counts =
                    texts.stream()
                            .flatMap(text -> tokenizer.pieces(text).stream())
                            .collect(
                                    Collectors.groupingBy(
                                            Function.identity(), Collectors.counting()));
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            return counts.values().stream()
                    .mapToDouble(count -> (double) count / all)
                    .max()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            texts.size() + " texts are given, without a word."));
        }
    }
}
