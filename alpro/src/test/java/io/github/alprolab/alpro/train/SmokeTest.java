package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.train.SmallPretraining.Heard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two updates of a training to look at, and the training as if nobody had looked. */
class SmokeTest {
    private static final TextConfig TEXT = SmallPretraining.SIZES.text();

    @TempDir Path folder;

    @Test
    void itsUpdatesAreThoseOfTheTrainingAndTheTrainingIsTheSameAsWithout() throws IOException {
        SmallPretraining training = new SmallPretraining(folder);
        Heard without = training.run("without");

        SmokeFigures smoke =
                job(training.published(), SmallPretraining.config(6)).smoke(new Doing());
        Heard after = training.run("after");

        assertThat(untimed(smoke.first())).isEqualTo(untimed(without.steps().get(0).values()));
        assertThat(untimed(smoke.second())).isEqualTo(untimed(without.steps().get(1).values()));
        for (int i = 0; i < without.steps().size(); i++) {
            assertThat(untimed(after.steps().get(i).values()))
                    .isEqualTo(untimed(without.steps().get(i).values()));
        }
        assertThat(folder).isDirectoryNotContaining("glob:**smoke**");
    }

    @Test
    void everyLossOfAnUntrainedModelBeginsWithinTwiceItsChance() throws IOException {
        SmokeFigures smoke =
                job(
                                List.of(Objective.VTC, Objective.VTM, Objective.MLM),
                                SmallPretraining.config(6))
                        .smoke(new Doing());

        assertThat(smoke.random()).isTrue();
        for (Metric metric : List.of(Metric.VTC_LOSS, Metric.VTM_LOSS, Metric.MLM_LOSS)) {
            double chance =
                    smoke.metrics().stream()
                            .filter(metric::equals)
                            .flatMap(m -> m.chance().at(smoke.sizes()).stream())
                            .mapToDouble(Chance.Level::value)
                            .findFirst()
                            .orElseThrow();
            assertThat(smoke.first().get(metric)).isBetween(0.5 * chance, 2 * chance);
            assertThat(smoke.validation()).containsKey(metric);
        }
        assertThat(smoke.validation()).containsKey(Metric.R10);
    }

    @Test
    void everyPartThatAnObjectiveReadsGetsAGradientAndOthersNone() throws IOException {
        Map<ModelPart, Double> all =
                job(List.of(Objective.VTC, Objective.VTM), SmallPretraining.config(6))
                        .smoke(new Doing())
                        .gradients();
        Map<ModelPart, Double> contrastive =
                job(List.of(Objective.VTC), SmallPretraining.config(6))
                        .smoke(new Doing())
                        .gradients();

        assertThat(all).containsOnlyKeys(ModelPart.values());
        assertThat(all.values()).allMatch(norm -> norm > 0 && Double.isFinite(norm));
        assertThat(contrastive.get(ModelPart.FUSION)).isZero();
        assertThat(contrastive.get(ModelPart.VIDEO)).isPositive();
    }

    @Test
    void theNormOfTheWholeIsThatOfItsParts() throws IOException {
        SmokeFigures smoke =
                job(List.of(Objective.VTC), SmallPretraining.config(2)).smoke(new Doing());

        double squares = smoke.gradients().values().stream().mapToDouble(n -> n * n).sum();
        assertThat(Math.sqrt(squares))
                .isCloseTo(smoke.second().get(Metric.GRADIENT_NORM), within(1e-4));
    }

    @Test
    void accumulatedBatchesAreOneUpdate() throws IOException {
        TrainConfig config = SmallPretraining.config(2).with(TrainConfig.ACCUMULATE, 2);
        SmokeFigures smoke = job(List.of(Objective.VTC), config).smoke(new Doing());

        assertThat(smoke.times().perEpoch()).isEqualTo(2);
        assertThat(smoke.times().epochs()).isEqualTo(2);
        assertThat(smoke.memory().resident()).isGreaterThanOrEqualTo(smoke.memory().before());
    }

    @Test
    void aTrainingWaitsForDecodingInItsFirstEpochAlone() {
        assertThat(new SmokeFigures.Times(10, 3, 0.5, 9, 0.2, 4).training())
                .isCloseTo(10 * 0.5 + 4 + 2 * (10 * 0.2 + 4), within(1e-9));
        assertThat(new SmokeFigures.Times(10, 3, 0.1, 9, 0.2, 4).training())
                .isCloseTo(3 * (10 * 0.2 + 4), within(1e-9));
    }

    @Test
    void itSaysWhatItDoesAndStopsWhenAskedTo() throws IOException {
        Doing doing = new Doing();
        TrainingJob job = job(List.of(Objective.VTC), SmallPretraining.config(2));
        job.smoke(doing);

        assertThat(doing.told)
                .containsSubsequence(
                        "opening the engine",
                        "making the model",
                        "decoding the first clips",
                        "update 1, for which the engine gets ready",
                        "update 2",
                        "a validation batch");
        doing.stop = true;
        assertThatThrownBy(() -> job.smoke(doing))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("nothing was kept");
    }

    @Test
    void tensorsBelongToThePartThatThePaperDraws() {
        assertThat(ModelPart.of("visual_encoder.model.blocks.1.mlp.fc1.weight", TEXT))
                .isEqualTo(ModelPart.VIDEO);
        assertThat(ModelPart.of("text_encoder.bert.embeddings.word_embeddings.weight", TEXT))
                .isEqualTo(ModelPart.TEXT);
        assertThat(ModelPart.of("text_encoder.bert.encoder.layer.0.output.dense.bias", TEXT))
                .isEqualTo(ModelPart.TEXT);
        assertThat(ModelPart.of("text_encoder.encoder.layer.1.output.dense.bias", TEXT))
                .isEqualTo(ModelPart.FUSION);
        assertThat(ModelPart.of("text_encoder.cls.predictions.bias", TEXT))
                .isEqualTo(ModelPart.HEADS);
        assertThat(ModelPart.of("temp", TEXT)).isEqualTo(ModelPart.HEADS);
    }

    private static TrainingJob job(List<Objective> objectives, TrainConfig config) {
        return Pretrainer.job(
                SmallPretraining.SIZES,
                objectives,
                Optional.empty(),
                config,
                NoiseClips.data(32, 8));
    }

    private static Map<Metric, Double> untimed(Map<Metric, Double> values) {
        Map<Metric, Double> untimed = new LinkedHashMap<>(values);
        untimed.keySet().removeAll(Metric.ofTime());
        return untimed;
    }

    /** Keeps what is told, and may ask to stop. */
    private static final class Doing implements TrainingListener {
        private final List<String> told = new ArrayList<>();
        private boolean stop;

        @Override
        public void doing(String what) {
            told.add(what);
        }

        @Override
        public boolean stopRequested() {
            return stop;
        }
    }
}
