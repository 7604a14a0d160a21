package io.github.alprolab.alpro.objective;

/**
 * One wrong video for each text and one wrong text for each video (paper section 3.2): the more
 * alike a wrong pair is, the likelier it is drawn.
 *
 * @param videoOfText index of the negative video of each text, B
 * @param textOfVideo index of the negative text of each video, B
 */
public record HardNegatives(int[] videoOfText, int[] textOfVideo) {

    /**
     * The most alike wrong pairs: the mode of what a training draws, for repeatable comparisons.
     */
    public static HardNegatives hardest(float[][] videoToText) {
        requireTwo(videoToText.length);
        return of(videoToText, HardNegatives::largest);
    }

    /**
     * How likely each video is drawn as the negative of a text, in the order of the videos; 0 for
     * its own.
     */
    public static double[] chancesOfVideos(float[][] videoToText, int text) {
        requireTwo(videoToText.length);
        return chances(videoToText.length, text, v -> videoToText[v][text]);
    }

    /** How likely each text is drawn as the negative of a video; 0 for its own. */
    public static double[] chancesOfTexts(float[][] videoToText, int video) {
        requireTwo(videoToText.length);
        return chances(videoToText.length, video, t -> videoToText[video][t]);
    }

    private static double[] chances(int pairs, int own, Scores scores) {
        double[] weights = weights(pairs, own, scores);
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double[] all = new double[pairs];
        for (int i = 0; i < weights.length; i++) {
            all[i < own ? i : i + 1] = weights[i] / total;
        }
        return all;
    }

    private interface Choice {
        /** Index into the B - 1 weights that remain without the own pair. */
        int of(double[] weights);
    }

    private static HardNegatives of(float[][] videoToText, Choice choice) {
        int pairs = videoToText.length;
        int[] videos = new int[pairs];
        int[] texts = new int[pairs];
        for (int text = 0; text < pairs; text++) {
            int column = text;
            videos[text] = choose(pairs, text, v -> videoToText[v][column], choice);
        }
        for (int video = 0; video < pairs; video++) {
            float[] row = videoToText[video];
            texts[video] = choose(pairs, video, t -> row[t], choice);
        }
        return new HardNegatives(videos, texts);
    }

    private interface Scores {
        double at(int index);
    }

    private static int choose(int pairs, int own, Scores scores, Choice choice) {
        int chosen = choice.of(weights(pairs, own, scores));
        return chosen < own ? chosen : chosen + 1;
    }

    /** Of the others, B - 1 of them, in proportion to how likely each is drawn. */
    private static double[] weights(int pairs, int own, Scores scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pairs; i++) {
            most = i == own ? most : Math.max(most, scores.at(i));
        }
        double[] weights = new double[pairs - 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(scores.at(i < own ? i : i + 1) - most);
        }
        return weights;
    }

    private static int largest(double[] weights) {
        int best = 0;
        for (int i = 1; i < weights.length; i++) {
            best = weights[i] > weights[best] ? i : best;
        }
        return best;
    }

    /**
     * Does nothing where there are wrong pairs.
     *
     * @throws IllegalArgumentException for fewer than two pairs
     */
    static void requireTwo(int pairs) {
        if (pairs < 2) {
            throw new IllegalArgumentException(
                    "A batch of " + pairs + " has no negatives; VTM needs at least 2 pairs.");
        }
    }
}
