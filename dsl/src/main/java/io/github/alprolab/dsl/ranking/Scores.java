package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Every text against every clip.
 *
 * @param pairs the clips (columns) with those of their captions that were measured (rows, clip by
 *     clip)
 * @param truth which text belongs to which clip
 * @param ranking VTC's scores, VTM's where it judged, and the order of both directions
 * @param textToVideo rank of the right clip for each text, 1 is best
 * @param videoToText rank of the best placed right text for each clip
 * @param banks what captions of TRAIN say of each clip, where a rescoring asks
 */
public record Scores(
        List<Pair> pairs,
        GroundTruth truth,
        RankingScores ranking,
        int[] textToVideo,
        int[] videoToText,
        Banks banks) {
    private interface RankFigure {
        double of(RetrievalMetrics metrics);
    }

    private static final Map<Metric, RankFigure> FIGURES = figures();

    private static Map<Metric, RankFigure> figures() {
        Map<Metric, RankFigure> all = new LinkedHashMap<>();
        all.put(Metric.R1, RetrievalMetrics::r1);
        all.put(Metric.R5, RetrievalMetrics::r5);
        all.put(Metric.R10, RetrievalMetrics::r10);
        all.put(Metric.MEDIAN_RANK, RetrievalMetrics::medianRank);
        all.put(Metric.MEAN_RANK, RetrievalMetrics::meanRank);
        return Collections.unmodifiableMap(all);
    }

    private static final String TO_VIDEO = "text to video";
    private static final String TO_TEXT = "video to text";
    private static final String RANKS = "ranks.csv";
    private static final String SIMILARITY = "similarity.csv.gz";
    private static final String MATCHING = "matching.csv.gz";

    /** Of clips whose captions, clip by clip, are the rows of a ranking. */
    public static Scores of(List<Pair> pairs, RankingScores ranking, Banks banks) {
        GroundTruth truth = GroundTruth.of(pairs);
        return new Scores(
                pairs,
                truth,
                ranking,
                truth.ranksOfClips(ranking),
                truth.ranksOfTexts(ranking),
                banks);
    }

    /** The texts, clip by clip. */
    public List<String> captions() {
        return GroundTruth.captions(pairs);
    }

    /** The first text of each clip, as places in {@link #captions}. */
    public List<Integer> firstTexts() {
        return Arrays.stream(truth.textsOfClip()).map(own -> own[0]).toList();
    }

    /** What is largest in the first frame of each clip; empty where that is not known. */
    public List<String> groups() {
        return pairs.stream().map(Scores::largest).toList();
    }

    private static String largest(Pair pair) {
        return pair.truth().stream()
                .flatMap(truth -> truth.at(0).stream())
                .max(Comparator.comparingDouble(box -> box.width() * box.height()))
                .map(EntityBox::entity)
                .orElse("");
    }

    /** The final figures of both directions, to be compared with those of another run. */
    public List<Scored> scored(String split) {
        List<Scored> all = new ArrayList<>();
        RetrievalMetrics text = truth.textToVideo(textToVideo);
        RetrievalMetrics video = truth.videoToText(videoToText);
        long texts = textToVideo.length;
        long clips = videoToText.length;
        FIGURES.forEach((m, figure) -> all.add(new Scored(m, split, figure.of(text), texts)));
        FIGURES.forEach(
                (m, figure) ->
                        all.add(new Scored(m.videoToText(), split, figure.of(video), clips)));
        return all;
    }

    /** Writes one row a text; the rank of its clip's best text stands at each text of the clip. */
    public void write(RunFolder folder) {
        List<String> ids = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<Integer> ofClip = new ArrayList<>();
        List<String> known = groups();
        for (int[] clip : truth.clipsOfText()) {
            ids.add(pairs.get(clip[0]).id());
            groups.add(known.get(clip[0]));
            ofClip.add(videoToText[clip[0]]);
        }
        Table ranks =
                DataTable.of("ranks")
                        .text("clip", ids)
                        .text("caption", captions())
                        .text("group", groups)
                        .whole(TO_VIDEO, Arrays.stream(textToVideo).boxed().toList())
                        .whole(TO_TEXT, ofClip)
                        .tablesaw();
        folder.result(RANKS, out -> ranks.write().csv(out));
        folder.result(SIMILARITY, out -> MatrixFile.write(ranking.similarity(), out));
        ranking.match().ifPresent(m -> folder.result(MATCHING, out -> MatrixFile.write(m, out)));
        banks.write(folder);
    }

    /** Reads what was measured for these clips and captions. */
    public static Scores read(
            RunFolder folder, List<Pair> pairs, Reranking reranking, Rescored rescored) {
        double[][] similarity = MatrixFile.read(folder.result(SIMILARITY));
        RankingScores ranking =
                reranking.candidates() == 0
                        ? RankingScores.of(similarity)
                        : RankingScores.of(
                                similarity, MatrixFile.read(folder.result(MATCHING)), reranking);
        GroundTruth truth = GroundTruth.of(pairs);
        Table ranks = ranks(folder.result(RANKS));
        int[] ofTexts = whole(ranks, TO_TEXT);
        return new Scores(
                pairs,
                truth,
                ranking,
                whole(ranks, TO_VIDEO),
                Arrays.stream(truth.textsOfClip()).mapToInt(own -> ofTexts[own[0]]).toArray(),
                rescored.needsBank() ? Banks.read(folder) : Banks.none());
    }

    private static int[] whole(Table table, String column) {
        return table.longColumn(column).asList().stream().mapToInt(Long::intValue).toArray();
    }

    private static Table ranks(Path file) {
        ColumnType text = ColumnType.STRING;
        ColumnType number = ColumnType.LONG;
        try {
            return Table.read()
                    .usingOptions(
                            CsvReadOptions.builder(file.toFile())
                                    .missingValueIndicator("")
                                    .columnTypes(
                                            new ColumnType[] {text, text, text, number, number}));
        } catch (RuntimeException e) {
            throw MatrixFile.damaged(file, e);
        }
    }
}
