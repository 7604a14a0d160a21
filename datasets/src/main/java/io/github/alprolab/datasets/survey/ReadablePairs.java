package io.github.alprolab.datasets.survey;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.survey.ClipQuestions.Answer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pairs divided by whether their clips can be read to the end.
 *
 * @param pairs those that can, in their order
 * @param unreadable why the others cannot, in their order
 */
public record ReadablePairs(List<Pair> pairs, List<ClipException> unreadable) {
    public ReadablePairs {
        pairs = List.copyOf(pairs);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Asks every clip whether it can be read to the end.
     *
     * @param threads decode at once, at least 1
     * @throws IllegalStateException if the thread is interrupted
     */
    public static ReadablePairs check(List<Pair> pairs, int threads) {
        List<ClipSource> clips = pairs.stream().map(Pair::clip).toList();
        List<Answer<Boolean>> answers =
                ClipQuestions.ask(clips, threads, ReadablePairs::isRead, () -> false, done -> {});
        return new ReadablePairs(
                IntStream.range(0, pairs.size())
                        .filter(i -> answers.get(i).value().isPresent())
                        .mapToObj(pairs::get)
                        .toList(),
                answers.stream().map(Answer::fault).flatMap(Optional::stream).toList());
    }

    private static boolean isRead(ClipSource clip) {
        clip.requireReadable();
        return true;
    }

    /** How many clips cannot be read, by kind of cause. */
    public Map<ClipFault, Integer> counts() {
        return counts(unreadable);
    }

    /** How many faults there are of each kind. */
    public static Map<ClipFault, Integer> counts(List<ClipException> faults) {
        Map<ClipFault, Integer> counts = new EnumMap<>(ClipFault.class);
        faults.forEach(e -> counts.merge(e.fault(), 1, Integer::sum));
        return counts;
    }

    @Override
    public String toString() {
        return unreadable.isEmpty()
                ? pairs.size() + " clips, all readable"
                : "%d readable clips, %d left out %s; the first: %s"
                        .formatted(
                                pairs.size(),
                                unreadable.size(),
                                counts(),
                                unreadable.get(0).getMessage());
    }
}
