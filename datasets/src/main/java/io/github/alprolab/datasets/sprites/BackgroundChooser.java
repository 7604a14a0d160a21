package io.github.alprolab.datasets.sprites;

import java.util.List;

/** Draws backgrounds against which none of a clip's sprites drowns. */
final class BackgroundChooser {
    private static final int ATTEMPTS = 64;

    /** Euclidean distance of two colours that are easy to tell apart, in levels. */
    private static final int CLEAR = 100;

    /** How far a background's channels lie from grey, in levels. */
    private static final int TINT = 25;

    private static final List<Background.Kind> PATTERNS =
            List.of(
                    Background.Kind.FLAT,
                    Background.Kind.GRADIENT,
                    Background.Kind.NOISE,
                    Background.Kind.STRIPES,
                    Background.Kind.CHECKS);

    private final SpriteAtlas atlas;

    /**
     * Percent of the draws that show a lit window in the dark. The prompter is asked about crops,
     * which are dark outside their box; a model that never saw dark surroundings takes them for
     * content.
     */
    private final int windows;

    BackgroundChooser(SpriteAtlas atlas, int windows) {
        this.atlas = atlas;
        this.windows = windows;
    }

    Background draw(List<Noun> nouns, ScriptRandom random) {
        Background best = any(random);
        for (int i = 0; i < ATTEMPTS && distance(best, nouns) < CLEAR * CLEAR; i++) {
            Background next = any(random);
            best = distance(next, nouns) > distance(best, nouns) ? next : best;
        }
        return best;
    }

    private Background any(ScriptRandom random) {
        // Muted, so that a clip cannot be told by its background instead of its sprites.
        int grey = random.between(70, 200);
        int red = grey + random.between(-TINT, TINT);
        int green = grey + random.between(-TINT, TINT);
        int blue = grey + random.between(-TINT, TINT);
        if (random.chance(windows)) {
            return new Background(
                    Background.Kind.WINDOW,
                    colour(red, green, blue),
                    0,
                    random.between(90, 260),
                    random.below(4));
        }
        int lighter = random.between(15, 30) * (random.chance(50) ? 1 : -1);
        return new Background(
                random.pick(PATTERNS),
                colour(red, green, blue),
                colour(red + lighter, green + lighter, blue + lighter),
                random.between(90, 260),
                random.below(4));
    }

    /** Squared distance of the closest colours. */
    private int distance(Background background, List<Noun> nouns) {
        return nouns.stream()
                .mapToInt(noun -> atlas.picture(noun).meanColour())
                .map(
                        mean ->
                                Math.min(
                                        distance(background.first(), mean),
                                        distance(background.second(), mean)))
                .min()
                .orElseThrow();
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return red * red + green * green + blue * blue;
    }

    private static int colour(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}
