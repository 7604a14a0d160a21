package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What clips may show and how they are told. A value: each edit returns a copy. The nouns, actions
 * and backgrounds, and which of their pairs belong to which split, are the same in every recipe.
 *
 * @param least fewest sprites in a clip, 1..{@code most}
 * @param most most sprites in a clip, {@code least}..3
 * @param occlusion whether sprites may cover each other on their way; where they start and where
 *     they end they never do
 * @param turns whether sprites may act one after the other instead of all at once
 * @param encounters whether meeting and passing behind are drawn for their own sake, not only where
 *     two sprites happen to draw actions that fit
 * @param windows percent of the backgrounds drawn that are a lit window in the dark, 0..100
 * @param phrasing the words of TRAIN and VALIDATION
 * @param testPhrasing the words of TEST
 */
public record SpriteRecipe(
        int least,
        int most,
        boolean occlusion,
        boolean turns,
        boolean encounters,
        int windows,
        Phrasing phrasing,
        Phrasing testPhrasing) {
    /** Numbers of sprites in the shares of the corpus. */
    private static final List<Integer> COUNTS = List.of(1, 2, 2, 3);

    public SpriteRecipe {
        if (least < 1 || most > 3 || least > most) {
            throw new IllegalArgumentException(
                    "a clip has 1..3 sprites, at least as many as the fewest; got %s..%s"
                            .formatted(least, most));
        }
        if (windows < 0 || windows > 100) {
            throw new IllegalArgumentException("a percentage is 0..100, got " + windows);
        }
        Objects.requireNonNull(phrasing, "phrasing");
        Objects.requireNonNull(testPhrasing, "testPhrasing");
    }

    /** Sprites all act at once and cover each other only where one passes behind the other. */
    public static SpriteRecipe standard() {
        return new SpriteRecipe(
                1, 3, false, false, false, 40, Phrasing.STANDARD, Phrasing.STANDARD);
    }

    /** Occlusion, encounters, actions that follow each other, and rich phrasings. */
    public static SpriteRecipe complete() {
        return new SpriteRecipe(1, 3, true, true, true, 10, Phrasing.RICH, Phrasing.RICH);
    }

    /** With at least and at most so many sprites a clip. */
    public SpriteRecipe sprites(int fewest, int greatest) {
        return new SpriteRecipe(
                fewest, greatest, occlusion, turns, encounters, windows, phrasing, testPhrasing);
    }

    /** With sprites that may cover each other on their way, or not. */
    public SpriteRecipe occlusion(boolean allowed) {
        return new SpriteRecipe(
                least, most, allowed, turns, encounters, windows, phrasing, testPhrasing);
    }

    /** With sprites that may act one after the other, or not. */
    public SpriteRecipe turns(boolean allowed) {
        return new SpriteRecipe(
                least, most, occlusion, allowed, encounters, windows, phrasing, testPhrasing);
    }

    /** With meeting and passing behind drawn for their own sake, or not. */
    public SpriteRecipe encounters(boolean wanted) {
        return new SpriteRecipe(
                least, most, occlusion, turns, wanted, windows, phrasing, testPhrasing);
    }

    /** With so many percent of backgrounds drawn that are a lit window in the dark. */
    public SpriteRecipe windows(int percent) {
        return new SpriteRecipe(
                least, most, occlusion, turns, encounters, percent, phrasing, testPhrasing);
    }

    /** TEST told in phrasings of which no caption and no question of the other splits is made. */
    public SpriteRecipe heldOutPhrasing() {
        return new SpriteRecipe(
                least, most, occlusion, turns, encounters, windows, phrasing, Phrasing.HELD_OUT);
    }

    /** The words in which a split is told. */
    public Phrasing phrasing(Split split) {
        return split == Split.TEST ? testPhrasing : phrasing;
    }

    /** The recipe as one line: equal text, equal clips and questions from equal seeds. */
    public String canonicalText() {
        return String.format(
                Locale.ROOT,
                "sprites %d-%d occlusion %s turns %s encounters %s windows %d phrasing %s test %s"
                        + " questions %d",
                least,
                most,
                occlusion,
                turns,
                encounters,
                windows,
                phrasing,
                testPhrasing,
                QuestionWriter.VERSION);
    }

    /** The code of a notebook that makes it. */
    @Override
    public String toString() {
        if (equals(standard())) {
            return "SpriteRecipe.standard()";
        }
        return equals(complete())
                ? "SpriteRecipe.complete()"
                : "new SpriteRecipe(%s, %s, %s, %s, %s, %s, Phrasing.%s, Phrasing.%s)"
                        .formatted(
                                least,
                                most,
                                occlusion,
                                turns,
                                encounters,
                                windows,
                                phrasing,
                                testPhrasing);
    }

    int drawCount(ScriptRandom random) {
        return random.pick(counts().toList());
    }

    private Stream<Integer> counts() {
        return COUNTS.stream().filter(n -> n >= least && n <= most);
    }
}
