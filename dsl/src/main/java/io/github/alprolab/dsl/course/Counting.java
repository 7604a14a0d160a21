package io.github.alprolab.dsl.course;

import io.github.alprolab.datasets.FrameSampling;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Unit 1: clips, captions and chance. */
final class Counting {
    private Counting() {}

    static Exercise<int[]> tokens() {
        return Exercise.<int[]>function("1.1 Tokens of a clip")
                .asks(
                        "Frames, height of a frame in pixels, height of a patch: how many tokens the"
                                + " video encoder reads, with one CLS token for the clip.")
                .given(
                        "4 frames of 64 pixels, patches of 16",
                        () -> clip(4, 64, 16),
                        tokens(4, 64, 16))
                .given("8 frames of 112 pixels", () -> clip(8, 112, 16), tokens(8, 112, 16))
                .given("one frame of 224 pixels", () -> clip(1, 224, 16), tokens(1, 224, 16))
                .mistake(c -> patches(c) * c[0], "The CLS token is one more.")
                .mistake(
                        c -> (1 + patches(c)) * c[0],
                        "There is one CLS token for the clip, not one for each frame.")
                .mistake(c -> 1 + patches(c), "Each frame has its own patches.")
                .mistake(
                        c -> 1 + c[1] / c[2] * c[0],
                        "That is one row of patches of each frame. A frame has as many columns as rows.")
                .hint("(pixels / patch)² patches in a frame, times frames, and one CLS.");
    }

    private static int[] clip(int frames, int size, int patch) {
        return new int[] {frames, size, patch};
    }

    private static int patches(int... clip) {
        int edge = clip[1] / clip[2];
        return edge * edge;
    }

    private static Expected tokens(int... clip) {
        return Expected.number(1 + patches(clip) * clip[0], 0);
    }

    static Exercise<int[]> sampling() {
        return Exercise.<int[]>function("1.2 Which frames the published code takes")
                .asks(
                        "A clip has N frames and T are wanted. The published code takes frame i · ⌊N / T⌋"
                                + " for i = 0 … T-1. Which frames are they?")
                .given("300 frames, 8 wanted", () -> new int[] {300, 8}, published(300, 8))
                .given("10 frames, 4 wanted", () -> new int[] {10, 4}, published(10, 4))
                .given("15 frames, 8 wanted", () -> new int[] {15, 8}, published(15, 8))
                .mistake(
                        c -> IntStream.range(0, c[1]).map(i -> i * c[0] / c[1]).toArray(),
                        "That is ⌊i · N / T⌋, which spreads better. The published code rounds N / T down first.")
                .mistake(
                        c -> FrameSampling.uniform().indices(c[0], c[1], new Random(0)),
                        "These are the middles of equal stretches, as our library takes them. The published code"
                                + " begins at frame 0.")
                .mistake(
                        c -> IntStream.rangeClosed(1, c[1]).map(i -> i * (c[0] / c[1])).toArray(),
                        "i begins at 0: the first frame is always taken.")
                .hint("In Java n / t of two int is rounded down already; multiply behind it.");
    }

    /** What the library takes where it follows the published code. */
    private static Expected published(int frames, int wanted) {
        int[] all = FrameSampling.publishedUniform().indices(frames, wanted, new Random(0));
        return Expected.numbers(0, Arrays.stream(all).asDoubleStream().toArray());
    }

    static Exercise<int[]> recall() {
        return Exercise.<int[]>function("1.3 R@k of a model that knows nothing")
                .asks(
                        "k and the number of clips n: the percentage of captions whose clip is among the"
                                + " first k of a list in random order.")
                .given("R@1 of 256 clips", () -> new int[] {1, 256}, percent(1, 256))
                .given("R@10 of 256 clips", () -> new int[] {10, 256}, percent(10, 256))
                .given("R@10 of 1000 clips", () -> new int[] {10, 1000}, percent(10, 1000))
                .given("R@5 of 5 clips", () -> new int[] {5, 5}, percent(5, 5))
                .mistake(c -> (double) c[0] / c[1], "That is a share; recall is told in percent.")
                .mistake(
                        c -> 100 * (1 - Math.pow(1 - 1.0 / c[1], c[0])),
                        "No clip stands twice in a list: these draws are without putting back.")
                .mistake(
                        c -> (double) (100 * (c[0] / c[1])),
                        "k / n of two int is rounded down to 0; write 100.0 * k / n.")
                .mistake(
                        c -> 100.0 / c[1], "That is R@1. Each of k places is as likely as another.")
                .hint(
                        "The right clip is at each of n places with the same probability; k of them count.");
    }

    private static Expected percent(int k, int n) {
        return Expected.number(100.0 * k / n, 1e-6);
    }

    static Exercise<List<String>> majority() {
        return Exercise.<List<String>>function("1.4 The best answer without looking")
                .asks(
                        "Right answers to some questions: the share that is right when always the same"
                                + " answer is given, the best one.")
                .given(
                        "left most of the time",
                        () -> List.of("left", "right", "left", "up"),
                        share(0.5))
                .given("all the same", () -> List.of("fox", "fox"), share(1))
                .given("all different", () -> List.of("a", "b", "c", "d", "e"), share(0.2))
                .mistake(
                        a -> 1.0 / a.stream().distinct().count(),
                        "That is guessing among all answers. Who knows which is the most frequent does better.")
                .mistake(
                        a -> (double) most(a),
                        "That is how often the most frequent answer occurs; divide it by their number.")
                .mistake(
                        a -> (double) (most(a) / a.size()),
                        "A quotient of two whole numbers is rounded down; make one of them a double.")
                .hint(
                        "Count each answer (Collectors.groupingBy), take the largest count, divide by all.");
    }

    private static long most(List<String> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .max(Long::compare)
                .orElse(0L);
    }

    private static Expected share(double right) {
        return Expected.number(right, 1e-6);
    }
}
