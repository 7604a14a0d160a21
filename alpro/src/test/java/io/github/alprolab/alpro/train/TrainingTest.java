package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.prompter.PseudoLabeler;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole trainings at a size that takes seconds. */
class TrainingTest {
    /** Dropout hides too much of so narrow a model for it to learn in seconds. */
    private static final AlproConfig LEARNER =
            new AlproConfig(
                    new VideoConfig(32, 8, 2, 32, 2, 4, 64, 0),
                    new TextConfig(10, 32, 2, 1, 4, 64, 16, 0),
                    16);

    @TempDir Path folder;

    @Test
    void aPrompterLearnsAndLabelsCropsWithTheirEntity() throws IOException {
        TrainingOutcome outcome =
                PrompterTrainer.run(
                        LEARNER,
                        SmallPretraining.config(24),
                        NoiseClips.data(64, 8),
                        folder,
                        new TrainingListener() {});

        assertThat(outcome.finished()).isTrue();
        // Of 8 clips all are among the best ten from the start: of equal epochs the latest is best.
        assertThat(CheckpointManifest.read(outcome.best()).epoch())
                .isEqualTo(CheckpointManifest.read(outcome.last()).epoch());
        Map<String, Double> metrics = CheckpointManifest.read(outcome.best()).metrics();
        assertThat(metrics.get("TEXT_TO_VIDEO_R1")).isGreaterThan(60);
        PromptConfig prompts =
                new PromptConfig(
                        outcome.best(), NoiseClips.colours(), List.of("a video of a {} wall"));
        try (PseudoLabeler labeler = PseudoLabeler.load(prompts, 2, DeviceChoice.CPU)) {
            List<Pair> pairs = NoiseClips.pairs(8, Split.TEST);
            List<Distribution> labels =
                    labeler.labels(
                            pairs.stream().map(p -> p.clip().frames(new int[] {1, 5}, 32)).toList(),
                            pairs.stream().map(p -> new CropBox(0, 0, 4, 4)).toList(),
                            PromptKind.VIDEO);
            int right = 0;
            for (int i = 0; i < labels.size(); i++) {
                right += labels.get(i).best().equals(NoiseClips.colours().get(i)) ? 1 : 0;
            }
            assertThat(right).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void preTrainingWithFourLossesTellsThemAndItsModelRetrievesAsItWasMeasured()
            throws IOException {
        SmallPretraining.Heard heard = new SmallPretraining(folder).run("run");

        assertThat(heard.outcome().finished()).isTrue();
        assertThat(heard.steps()).hasSize(24);
        assertThat(heard.steps().get(0).values())
                .containsKeys(
                        Metric.VTC_LOSS,
                        Metric.VTM_LOSS,
                        Metric.MLM_LOSS,
                        Metric.PEM_LOSS,
                        Metric.VTM_ACCURACY,
                        Metric.GRADIENT_NORM);
        FrameCache cache = FrameCache.ofBytes(1 << 20);
        try (Retriever retrieval =
                Retriever.load(
                        heard.outcome().best(),
                        new RetrievalInput(2, 32, 12, PositionRule.GRID),
                        cache,
                        DeviceChoice.CPU)) {
            List<Pair> seen = NoiseClips.pairs(8, Split.VALIDATION);
            List<String> texts = seen.stream().map(p -> p.captions().get(0)).toList();
            Reranking none = Reranking.none();
            RankingScores scores = retrieval.rank(texts, retrieval.videos(seen, none), none);
            RetrievalMetrics again = RetrievalMetrics.of(scores.textToVideo());
            Map<String, Double> told = CheckpointManifest.read(heard.outcome().best()).metrics();
            assertThat(again.r1()).isEqualTo(told.get("TEXT_TO_VIDEO_R1"));
            assertThat(again.r10()).isEqualTo(told.get("TEXT_TO_VIDEO_R10"));
        }
    }

    @Test
    void aBatchOfOneOrLargerThanTheDataAndAMissingPrompterAreRefusedBeforeTraining() {
        TrainingListener nobody = new TrainingListener() {};
        assertThatThrownBy(
                        () ->
                                PrompterTrainer.run(
                                        SmallPretraining.SIZES,
                                        SmallPretraining.config(1),
                                        NoiseClips.data(4, 2),
                                        folder,
                                        nobody))
                .hasMessageContaining("batch of 8")
                .hasMessageContaining("4 training pairs");
        assertThatThrownBy(
                        () ->
                                PrompterTrainer.run(
                                        SmallPretraining.SIZES,
                                        SmallPretraining.config(1).with(TrainConfig.BATCH, 1),
                                        NoiseClips.data(4, 2),
                                        folder,
                                        nobody))
                .hasMessageContaining("batch is 1; allowed is at least 2");
        assertThatThrownBy(
                        () ->
                                Pretrainer.run(
                                        SmallPretraining.SIZES,
                                        Objective.published(),
                                        SmallPretraining.config(1),
                                        NoiseClips.data(8, 2),
                                        folder,
                                        nobody))
                .hasMessageContaining("no prompter is set");
    }
}
