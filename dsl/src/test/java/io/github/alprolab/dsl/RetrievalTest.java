package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.checkpoint.CheckpointFile;
import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.Rescoring;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.alpro.weights.WeightFile;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.video.VideoWriter;
import io.github.alprolab.dsl.ranking.Measurement;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.table.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which captions count, and whether what is shown is in the order that was measured. */
class RetrievalTest extends OnTrainedModel {
    @Test
    void everyCaptionLooksForItsClipAndAClipIsFoundByAnyOfItsOwn() throws IOException {
        List<Pair> pairs = trained.test().all();
        List<String> captions = GroundTruth.captions(pairs);
        RankingScores scores = ranked(trained.test(), captions);
        GroundTruth truth = GroundTruth.of(pairs);

        RetrievalRun run = trained.retrieval().run();

        assertThat(captions).hasSize(30);
        assertRow(run.metrics(), 0, truth.textToVideo(truth.ranksOfClips(scores)));
        assertRow(run.metrics(), 1, truth.videoToText(truth.ranksOfTexts(scores)));
        assertRow(run.metrics(), 2, truth.guessedTextToVideo());
        assertRow(run.metrics(), 3, truth.guessedVideoToText());
        assertThat(run.metrics().title())
                .isEqualTo("Retrieval on TEST · 16 clips · all 30 captions · 2 frames · by VTC");
        assertThat(run.ranks().picture().words()).startsWith("30 queries over 16 candidates");
        assertThat(run.ranks().toString()).contains("30 texts · all 30 captions");
        assertThat(run.similarity().toString())
                .startsWith("Similarity of 16 texts and clips · first captions:");
        assertThat(experiment(run)).contains("\"captions\": \"EVERY\"");
        assertThat(trained.retrieval().check().all().toString())
                .contains("· C12  16 clips have 30 captions", ".captions(Captions.FIRST)");
    }

    @Test
    void halvedDigitsAreAPartOfWhatWasMeasured() throws IOException {
        Retrieval plain = trained.retrieval();
        Retrieval halved = plain.precision(Precision.BF16);

        RetrievalRun run = halved.run();

        assertThat(run.metrics().title()).endsWith("2 frames · by VTC in BF16");
        assertThat(halved.hash()).isNotEqualTo(plain.hash());
        assertThat(halved.toString()).endsWith(".precision(Precision.BF16)");
        assertThat(experiment(run)).contains("\"precision\": \"BF16\"");
        assertThat(halved.check().all().toString()).contains("C18  BF16 is ");
        assertThat(plain.check().all().toString()).doesNotContain("C18");
        double[] exact = similarities(plain);
        double[] near = similarities(halved);
        assertThat(near).isNotEqualTo(exact);
        assertThat(near).containsExactly(exact, within(0.2));
    }

    @Test
    void whatAutoTookStaysWithTheRun() throws IOException {
        Retrieval retrieval = trained.retrieval().precision(Precision.AUTO);
        Path kept = retrieval.run().folder().resolve("precision.txt");
        String taken = Files.readString(kept).split("\n")[0];
        assertThat(taken).isIn("FP32", "BF16");

        for (Precision before : List.of(Precision.FP32, Precision.BF16)) {
            Files.writeString(kept, before + "\nMeasured then.\n");
            RetrievalRun again = retrieval.run();
            boolean low = before == Precision.BF16;
            assertThat(again.metrics().title()).endsWith(low ? "by VTC in BF16" : "by VTC");
        }
    }

    /** Of every text with every clip, from a model that is opened for it. */
    private static double[] similarities(Retrieval retrieval) throws IOException {
        Measurement measurement = retrieval.measurement();
        List<String> texts = GroundTruth.captions(measurement.pairs());
        try (var model = measurement.load(() -> {});
                var videos = measurement.videos(model)) {
            double[][] scores = model.rank(texts, videos, Reranking.none()).similarity();
            return Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
        }
    }

    @Test
    void firstCaptionsAreMeasuredAloneWhereTheyAreAskedFor() throws IOException {
        List<String> firsts = trained.test().all().stream().map(p -> p.captions().get(0)).toList();
        RankingScores scores = ranked(trained.test(), firsts);
        Retrieval first = trained.retrieval().captions(Captions.FIRST);

        RetrievalRun run = first.run();

        assertRow(run.metrics(), 0, RetrievalMetrics.of(scores.textToVideo()));
        assertRow(run.metrics(), 1, RetrievalMetrics.of(scores.videoToText()));
        assertThat(run.metrics().rows()).isEqualTo(3);
        assertThat(run.metrics().title())
                .endsWith("16 of 30 captions, the first of each clip · 2 frames · by VTC");
        assertThat(run.captions(trained.test().sample(1).get(0), 99).rows()).isEqualTo(16);
        assertThat(experiment(run)).contains("\"captions\": \"FIRST\"");
        assertThat(first.toString()).endsWith(".captions(Captions.FIRST)");
        assertThat(first.hash()).isNotEqualTo(trained.retrieval().hash());
        assertThat(first.check().all().toString())
                .contains("· C12  16 of 30 captions are measured");
    }

    @Test
    void whereEachClipHasOneCaptionNothingIsDifferent() throws IOException {
        Pairs pairs = oneCaptionEach();
        List<String> captions = pairs.all().stream().map(p -> p.captions().get(0)).toList();
        RankingScores scores = ranked(pairs, captions);
        Retrieval retrieval = Experiment.retrieval("own").pairs(pairs).from(trained.checkpoint());

        RetrievalRun run = retrieval.run();

        DataTable metrics = run.metrics();
        assertThat(metrics.title())
                .isEqualTo("Retrieval on TEST · 4 clips · 1 caption each · 2 frames · by VTC");
        assertRow(metrics, 0, RetrievalMetrics.of(scores.textToVideo()));
        assertRow(metrics, 1, RetrievalMetrics.of(scores.videoToText()));
        assertThat(metrics.toString().lines().toList())
                .hasSize(5)
                .last()
                .asString()
                .matches("chance +25\\.0 +100\\.0 +100\\.0 +2\\.5 +2\\.5 *");
        assertThat(metrics.show().part(Part.METRICS).orElseThrow().content())
                .startsWith("{ \"text_to_video\": { \"chance_r1\": 25, \"gallery\": 4,")
                .contains("\"video_to_text\": { \"chance_r1\": 25, \"gallery\": 4,");
        assertThat(run.ranks().toString())
                .startsWith("Rank of the right clip · 4 texts: 4 queries");
        assertThat(run.similarity().toString())
                .startsWith("Similarity of 4 texts and clips: 4 texts by 4 clips");
        assertThat(run.captions(pairs.sample(1).get(0), 4).columns())
                .containsExactly("rank", "caption", "similarity", "");
        assertThat(retrieval.check().all().toString()).doesNotContain("C12");
        assertThat(retrieval.captions(Captions.FIRST).run().metrics().toString())
                .isEqualTo(metrics.toString());
    }

    @Test
    void captionsOfAClipAreShownInTheOrderThatWasMeasured() {
        for (Retrieval retrieval : orders()) {
            RetrievalRun run = retrieval.run();
            for (Clip clip : trained.test().sample(16)) {
                DataTable shown = run.captions(clip, 99);
                int last = shown.columns().size() - 1;
                int place = 0;
                while (!shown.cell(place, last).equals("✓ its own")) {
                    place++;
                }
                assertThat(place + 1)
                        .as("%s of %s", clip, retrieval)
                        .isEqualTo(measured(run, clip.id(), "video to text"));
            }
        }
    }

    @Test
    void whatVtmSaidStandsBesideTheSimilarityWhereItJudged() {
        RetrievalRun run = trained.retrieval().rerank(3).run();
        DataTable shown = run.captions(trained.test().sample(1).get(0), 5);

        assertThat(shown.columns())
                .containsExactly("rank", "caption", "VTM log-odds", "similarity", "");
        assertThat(shown.title()).endsWith(" · the first 3 by VTM");
        assertThat(shown.cell(2, 2)).matches("-?\\d+\\.\\d\\d");
        assertThat(shown.cell(3, 2)).isEqualTo("–");
        assertThat(run.similarity(4).toString()).contains("· by VTC");
    }

    @Test
    void aSearchShowsTheMeasuredOrderAndTheScoresItWasMadeFrom() {
        Clip clip = trained.test().sample(1).get(0);
        for (Retrieval retrieval : orders()) {
            RetrievalRun run = retrieval.run();
            List<String> lines =
                    run.search(clip.caption(), 16).picture().words().lines().skip(1).toList();
            int place =
                    lines.indexOf(lines.stream().filter(l -> l.contains("✓")).findFirst().get());
            assertThat(place + 1)
                    .as("%s", retrieval)
                    .isEqualTo(measured(run, clip.id(), "text to video"));
        }
        List<String> lines =
                trained.retrieval()
                        .rerank(3)
                        .run()
                        .search(clip.caption(), 4)
                        .picture()
                        .words()
                        .lines()
                        .toList();
        assertThat(lines.get(3)).contains("(VTM -");
        assertThat(lines.get(4)).contains("(VTC ");
    }

    @Test
    void aCheckpointWhoseTensorsDoNotFitIsAFaultThatNamesThem() throws IOException {
        Path whole = trained.checkpoint().path();
        List<StoredTensor> tensors = new ArrayList<>();
        WeightFile.tensors(whole)
                .read(
                        t -> {
                            if (t.name().equals("temp")) {
                                tensors.add(StoredTensor.of("temp", new long[] {2}, new float[2]));
                            } else if (!t.name().startsWith("text_proj.")) {
                                tensors.add(t);
                            }
                        });
        tensors.add(StoredTensor.of("stranger", new long[] {1}, new float[1]));
        Path other = folder.resolve("other.alpro");
        CheckpointFile.write(other, CheckpointManifest.read(whole), Map.of("model", tensors));
        Retrieval retrieval = trained.retrieval().from(Checkpoint.load(other));

        assertThat(trained.retrieval().check().all().toString())
                .contains("✓ C14  The checkpoint has every tensor of the model: pretraining");
        assertThat(retrieval.check().all().toString())
                .contains(
                        "✗ C14  other.alpro does not fit the model that ranks."
                                + " Missing: text_proj.bias, text_proj.weight."
                                + " Unexpected: stranger."
                                + " Of another shape: temp [2] in the file, [] in this model.");
        assertThatThrownBy(retrieval::run).hasMessageContaining("nothing was run");
        Files.delete(other);
        assertThat(retrieval.check().all().toString()).contains("✗ C14  ").contains("other.alpro");
    }

    @Test
    void anOrderOfWhichAPartIsMissingIsMeasuredAgainOnAdvice() throws IOException {
        RetrievalRun run = trained.retrieval().rerank(2).run();
        Files.delete(run.folder().resolve("results").resolve("matching.csv.gz"));

        assertThatThrownBy(() -> trained.retrieval().rerank(2).run())
                .hasMessageContaining("matching.csv.gz cannot be read")
                .hasMessageContaining("again()");
    }

    @Test
    void rescoredFiguresStandBesideThePlainOnesUnderTheirNames() throws IOException {
        Retrieval plain = trained.retrieval();
        Retrieval rescored = plain.rescore(Rescoring.values()).queryBank(20);
        DataTable table = rescored.run().metrics();

        assertThat(IntStream.range(0, table.rows()).mapToObj(r -> table.cell(r, 0)))
                .containsExactly(
                        "text → video",
                        "video → text",
                        "text → video · dual softmax",
                        "video → text · dual softmax",
                        "text → video · querybank, inverted softmax",
                        "text → video · querybank, dynamic inverted softmax",
                        "chance, text → video",
                        "chance, video → text");
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 6; column++) {
                assertThat(table.cell(row, column))
                        .isEqualTo(plain.run().metrics().cell(row, column));
            }
        }
        assertThat(table.show().part(Part.METRICS).orElseThrow().content())
                .contains("\"compared\": { \"text → video · dual softmax\": {");
        GroundTruth truth = GroundTruth.of(trained.test().all());
        double[][] scores =
                ranked(trained.test(), GroundTruth.captions(trained.test().all())).similarity();
        assertRow(
                table,
                2,
                truth.textToVideo(
                        RetrievalMetrics.ranks(
                                Rescoring.dualSoftmax(scores, scores), truth.clipsOfText())));
        assertThat(rescored.check().all().toString())
                .contains("Querybank normalisation asks 20 captions of TRAIN.");
        assertThat(rescored.hash()).isNotEqualTo(plain.hash());
        assertThat(experiment(plain.run())).doesNotContain("rescore", "queryBank", "trainer");
    }

    @Test
    void whereVtmJudgesAllPairsItsScoresAreRescoredToo() {
        DataTable table =
                trained.retrieval()
                        .rerankAll()
                        .rescore(Rescoring.DUAL_SOFTMAX, Rescoring.INVERTED_SOFTMAX)
                        .queryBank(10)
                        .run()
                        .metrics();

        assertThat(table.title()).contains("2 frames · by VTM of all pairs");
        assertThat(IntStream.range(0, table.rows()).mapToObj(r -> table.cell(r, 0)))
                .containsSubsequence(
                        "text → video",
                        "text → video · VTC",
                        "text → video · VTC · dual softmax",
                        "text → video · VTC · querybank, inverted softmax",
                        "text → video · VTM · dual softmax",
                        "text → video · VTM · querybank, inverted softmax");
    }

    @Test
    void resultsAndMissesTellWhatCameFirstAndWhereTheRightClipLanded() {
        RetrievalRun run = trained.retrieval().run();
        DataTable results = run.results();
        long missed =
                IntStream.range(0, results.rows())
                        .filter(row -> !results.cell(row, 1).equals("1"))
                        .count();

        assertThat(results.columns())
                .containsExactly("query", "rank", "right clip", "best clip", "score");
        assertThat(results.rows()).isEqualTo(30);
        for (int row = 0; row < results.rows(); row++) {
            assertThat(results.cell(row, 2).equals(results.cell(row, 3)))
                    .isEqualTo(results.cell(row, 1).equals("1"));
        }
        assertThat(run.resultsOfClips().rows()).isEqualTo(16);
        List<String> lines = run.misses(2).picture().words().lines().skip(1).toList();
        assertThat(run.misses(2).toString()).contains("2 of " + missed + " misses among 30 texts");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("✗", "came first: ", "(rank 1 · ");
        assertThat(lines.get(1))
                .contains("✓", "asked for: ", "(rank ")
                .doesNotContain("(rank 1 · ");
    }

    @Test
    void aVtmThatHasLearnedNothingIsNamedBeforeAndBesideTheTable() throws IOException {
        Path whole = trained.checkpoint().path();
        List<StoredTensor> tensors = new ArrayList<>();
        WeightFile.tensors(whole).read(tensors::add);
        CheckpointManifest known = CheckpointManifest.read(whole);
        Path guessing = folder.resolve("guessing.alpro");
        CheckpointFile.write(
                guessing,
                new CheckpointManifest(
                        known.format(),
                        known.kind(),
                        known.config(),
                        known.vocabulary(),
                        known.entities(),
                        known.step(),
                        known.epoch(),
                        Map.of("VTM_ACCURACY", 2.0 / 3)),
                Map.of("model", tensors));
        Retrieval retrieval = trained.retrieval().from(Checkpoint.load(guessing)).rerank(2);
        String said =
                "VTM of this checkpoint is right in 66.7 % of its validation pairs, chance is 66.7 %";

        assertThat(retrieval.check().all().toString())
                .contains("! C37  " + said + ": re-ranking will make the order worse.");
        assertThat(retrieval.run().metrics().title()).endsWith(" · ! " + said);
        assertThat(trained.retrieval().from(Checkpoint.load(guessing)).check().toString())
                .doesNotContain("C37");
    }

    private static List<Retrieval> orders() {
        Retrieval plain = trained.retrieval();
        return List.of(plain, plain.rerank(3), plain.rerankAll());
    }

    /** What {@code ranks.csv} has in a column at the first caption of a clip. */
    private static int measured(RetrievalRun run, String clip, String column) {
        Path file = run.folder().resolve("results").resolve("ranks.csv");
        var ranks = tech.tablesaw.api.Table.read().csv(file.toFile());
        int row = ranks.stringColumn("clip").asList().indexOf(clip);
        return ranks.intColumn(column).get(row);
    }

    private static RankingScores ranked(Pairs pairs, List<String> texts) throws IOException {
        Retrieval plain = Experiment.retrieval("plain").pairs(pairs).from(trained.checkpoint());
        Measurement all = plain.measurement();
        try (var model = all.load(() -> {});
                var videos = all.videos(model)) {
            return model.rank(texts, videos, all.reranking());
        }
    }

    private static void assertRow(DataTable table, int row, RetrievalMetrics expected) {
        assertThat(List.of(1, 2, 3, 4, 5).stream().map(c -> table.cell(row, c)).toList())
                .isEqualTo(
                        List.of(
                                        expected.r1(),
                                        expected.r5(),
                                        expected.r10(),
                                        expected.medianRank(),
                                        expected.meanRank())
                                .stream()
                                .map(v -> Numbers.decimals(v, 1))
                                .toList());
    }

    private static String experiment(RetrievalRun run) throws IOException {
        return Files.readString(run.folder().resolve("experiment.json"));
    }

    private static Pairs oneCaptionEach() throws IOException {
        Path place = Files.createDirectories(folder.resolve("own"));
        StringBuilder lines = new StringBuilder();
        List<String> captions = List.of("a dog", "a red ball", "a bird flies", "a boat sinks");
        for (int i = 0; i < captions.size(); i++) {
            byte[] rgb = new byte[6 * 32 * 32 * 3];
            Arrays.fill(rgb, (byte) (50 * i));
            Files.createDirectories(place.resolve("videos"));
            VideoWriter.write(
                    place.resolve("videos/v" + i + ".mp4"), Frames.of(6, 32, 32, rgb), 10);
            lines.append(
                    "{\"clip_name\": \"v%d\", \"caption\": \"%s\"}\n"
                            .formatted(i, captions.get(i)));
        }
        Files.writeString(place.resolve("test.jsonl"), lines);
        return Pairs.of(Datasets.jsonl(place)).only(Split.TEST).frames(2).size(32);
    }
}
