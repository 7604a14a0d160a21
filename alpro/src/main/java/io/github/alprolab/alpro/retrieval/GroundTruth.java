package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.datasets.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which captions belong to which clips, where a clip may have several: captions are the queries in
 * one direction and the candidates in the other.
 *
 * @param clipsOfText the one clip of every caption, (texts, 1)
 * @param textsOfClip the captions of every clip
 */
public record GroundTruth(int[][] clipsOfText, int[][] textsOfClip) {

    /** Captions clip by clip, as {@link #captions} lists them. */
    public static GroundTruth of(List<Pair> pairs) {
        return of(pairs.stream().mapToInt(p -> p.captions().size()).toArray());
    }

    /** For clips with these numbers of captions. */
    static GroundTruth of(int... captions) {
        int[][] clips = new int[Arrays.stream(captions).sum()][];
        int[][] texts = new int[captions.length][];
        int next = 0;
        for (int clip = 0; clip < captions.length; clip++) {
            int first = next;
            texts[clip] = IntStream.range(first, first + captions[clip]).toArray();
            Arrays.fill(clips, first, first + captions[clip], new int[] {clip});
            next += captions[clip];
        }
        return new GroundTruth(clips, texts);
    }

    /** All captions, clip by clip. */
    public static List<String> captions(List<Pair> pairs) {
        return pairs.stream().flatMap(p -> p.captions().stream()).toList();
    }

    /** For every text the rank of its clip, 1 is best. */
    public int[] ranksOfClips(RankingScores scores) {
        return RetrievalMetrics.ranks(scores.textToVideo(), clipsOfText);
    }

    /** For every clip the rank of its best placed caption, 1 is best. */
    public int[] ranksOfTexts(RankingScores scores) {
        return RetrievalMetrics.ranks(scores.videoToText(), textsOfClip);
    }

    /** Recall of texts that look for clips, from {@link #ranksOfClips}. */
    public RetrievalMetrics textToVideo(int[] ranks) {
        return RetrievalMetrics.of(textsOfClip.length, ranks);
    }

    /** Recall of clips that look for texts, from {@link #ranksOfTexts}. */
    public RetrievalMetrics videoToText(int[] ranks) {
        return RetrievalMetrics.of(clipsOfText.length, ranks);
    }

    /** What guessing reaches where texts look for clips. */
    public RetrievalMetrics guessedTextToVideo() {
        return Guessing.of(textsOfClip.length, clipsOfText);
    }

    /** What guessing reaches where clips look for texts: more captions are found more easily. */
    public RetrievalMetrics guessedVideoToText() {
        return Guessing.of(clipsOfText.length, textsOfClip);
    }

    /** Whether some clip has more than one caption. */
    public boolean several() {
        return clipsOfText.length > textsOfClip.length;
    }
}
