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

    /** Recall and ranks of texts that look for clips. */
    public RetrievalMetrics textToVideo(RankingScores scores) {
        return RetrievalMetrics.of(scores.textToVideo(), clipsOfText);
    }

    /** Recall and ranks of clips that look for texts; any caption of the clip is right. */
    public RetrievalMetrics videoToText(RankingScores scores) {
        return RetrievalMetrics.of(scores.videoToText(), textsOfClip);
    }
}
