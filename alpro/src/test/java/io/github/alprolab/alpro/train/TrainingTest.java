package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.prompter.PromptTemplates;
import io.github.alprolab.alpro.prompter.PseudoLabeler;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.Retrieval;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.datasets.FrameCache;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole trainings at a size that takes seconds. */
class TrainingTest {
    private static final AlproConfig SIZES =
            new AlproConfig(
                    new VideoConfig(32, 8, 2, 32, 2, 4, 64, 0.1),
                    new TextConfig(10, 32, 2, 1, 4, 64, 16, 0.1),
                    16);

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
                PrompterTraining.run(
                        LEARNER,
                        config(24),
                        NoiseClips.data(64, 8),
                        folder,
                        new TrainingListener() {});

        assertThat(outcome.finished()).isTrue();
        // Of 8 clips all are among the best ten from the start, so the last epoch is the one to
        // ask.
        Map<String, Double> metrics = CheckpointManifest.read(outcome.last()).metrics();
        assertThat(metrics.get("TEXT_TO_VIDEO_R1")).isGreaterThan(60);
        PromptConfig prompts =
                new PromptConfig(
                        outcome.last(), NoiseClips.colours(), List.of("a video of a {} wall"));
        try (PseudoLabeler labeler = PseudoLabeler.load(prompts, 2, DeviceChoice.CPU)) {
            List<Pair> pairs = NoiseClips.pairs(8, Split.TEST);
            List<Distribution> labels =
                    labeler.labels(
                            pairs.stream().map(p -> p.clip().frames(new int[] {1, 5}, 32)).toList(),
                            pairs.stream().map(p -> new CropBox(0, 0, 4, 4)).toList());
            int right = 0;
            for (int i = 0; i < labels.size(); i++) {
                right += labels.get(i).best().equals(NoiseClips.colours().get(i)) ? 1 : 0;
            }
            assertThat(right).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void preTrainingWithFourLossesRunsTwiceTheSameAndRetrieves() throws IOException {
        Path prompter = prompter();
        List<StepReport> first = new ArrayList<>();
        List<StepReport> second = new ArrayList<>();

        pretrain(prompter, folder.resolve("a"), first, Integer.MAX_VALUE);
        TrainingOutcome outcome =
                pretrain(prompter, folder.resolve("b"), second, Integer.MAX_VALUE);

        assertThat(losses(second)).isEqualTo(losses(first));
        assertThat(first.get(0).values())
                .containsKeys(
                        Quantity.VTC_LOSS,
                        Quantity.VTM_LOSS,
                        Quantity.MLM_LOSS,
                        Quantity.PEM_LOSS,
                        Quantity.VTM_ACCURACY,
                        Quantity.GRADIENT_NORM);
        FrameCache cache = FrameCache.ofBytes(1 << 20);
        try (Retrieval retrieval = Retrieval.load(outcome.best(), 4, 12, cache, DeviceChoice.CPU)) {
            List<Pair> test = NoiseClips.pairs(8, Split.TEST);
            List<String> texts = test.stream().map(p -> p.captions().get(0)).toList();
            Reranking none = Reranking.none();
            RankingScores scores = retrieval.rank(texts, retrieval.videos(test, none), none);
            assertThat(RetrievalMetrics.of(scores.textToVideo()).r5()).isGreaterThan(60);
        }
    }

    @Test
    void aStoppedTrainingGoesOnAsIfItHadNotStopped() throws IOException {
        Path prompter = prompter();
        List<StepReport> straight = new ArrayList<>();
        List<StepReport> broken = new ArrayList<>();
        pretrain(prompter, folder.resolve("straight"), straight, Integer.MAX_VALUE);

        TrainingOutcome stopped = pretrain(prompter, folder.resolve("broken"), broken, 5);
        TrainingOutcome resumed =
                pretrain(prompter, folder.resolve("broken"), broken, Integer.MAX_VALUE);

        assertThat(stopped.finished()).isFalse();
        assertThat(stopped.step()).isEqualTo(5);
        assertThat(resumed.finished()).isTrue();
        assertThat(losses(broken)).isEqualTo(losses(straight));
    }

    @Test
    void aBatchLargerThanTheDataAndAMissingPrompterAreRefusedBeforeTraining() {
        TrainingListener nobody = new TrainingListener() {};
        assertThatThrownBy(
                        () ->
                                PrompterTraining.run(
                                        SIZES, config(1), NoiseClips.data(4, 2), folder, nobody))
                .hasMessageContaining("batch of 8")
                .hasMessageContaining("4 training pairs");
        assertThatThrownBy(
                        () ->
                                Pretraining.run(
                                        SIZES,
                                        LossConfig.alpro(),
                                        Optional.empty(),
                                        config(1),
                                        NoiseClips.data(8, 2),
                                        folder,
                                        nobody))
                .hasMessageContaining("no prompter is given");
    }

    private Path prompter() throws IOException {
        return PrompterTraining.run(
                        SIZES,
                        config(1),
                        NoiseClips.data(16, 8),
                        folder.resolve("prompter"),
                        new TrainingListener() {})
                .best();
    }

    private static TrainingOutcome pretrain(
            Path prompter, Path to, List<StepReport> reports, int stopAfter) throws IOException {
        PromptConfig prompts =
                new PromptConfig(prompter, NoiseClips.colours(), PromptTemplates.video());
        TrainingListener listener =
                new TrainingListener() {
                    private int seen;

                    @Override
                    public void step(StepReport report) {
                        reports.add(report);
                        seen++;
                    }

                    @Override
                    public boolean stopRequested() {
                        return seen >= stopAfter;
                    }
                };
        return Pretraining.run(
                SIZES,
                LossConfig.alpro(),
                Optional.of(prompts),
                config(6),
                NoiseClips.data(32, 8),
                to,
                listener);
    }

    private static List<Double> losses(List<StepReport> reports) {
        return reports.stream().map(r -> r.values().get(Quantity.TOTAL_LOSS)).toList();
    }

    private static TrainConfig config(int epochs) {
        return new TrainConfig(3e-3, 0.05, Decay.LINEAR, 1e-3, 20, epochs, 8, 42, DeviceChoice.CPU);
    }
}
