package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.weights.WeightFile;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that begins with the weights of a trained model, here for retrieval. */
class FineTuningTest {
    private static final TrainConfig CONFIG = SmallPretraining.config(3);
    private static final String WORDS = "text_encoder.bert.embeddings.word_embeddings.weight";

    @TempDir Path folder;
    private Path trained;

    /** A prompter that knows the words of four colours. */
    @BeforeEach
    void prompter() throws IOException {
        trained = prompter(4, "prompter");
    }

    @Test
    void itBeginsWithTheWeightsOfTheFileAndItsObjectivesAreVtcAndVtm() throws IOException {
        TrainConfig still =
                CONFIG.with(TrainConfig.LEARNING_RATE, 1e-12).with(TrainConfig.WEIGHT_DECAY, 0.0);
        SmallPretraining.Heard heard = run(start(2), still, "still", 1);

        assertThat(heard.steps().get(0).values().keySet())
                .contains(Metric.VTC_LOSS, Metric.VTM_LOSS)
                .doesNotContain(Metric.MLM_LOSS);
        Path last = heard.outcome().last();
        assertThat(CheckpointManifest.read(last).kind()).isEqualTo("retrieval");
        Map<String, float[]> before = tensors(trained);
        Map<String, float[]> after = tensors(last);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.keySet().stream()
                .filter(name -> !name.contains("word_embeddings") && !name.contains("cls."))
                .forEach(
                        n -> assertThat(apart(after.get(n), before.get(n))).as(n).isLessThan(1e-8));
    }

    @Test
    void wordsThatAreNewGetRowsBehindThoseOfTheFile() throws IOException {
        TrainConfig still =
                CONFIG.with(TrainConfig.LEARNING_RATE, 1e-12).with(TrainConfig.WEIGHT_DECAY, 0.0);
        Path last = run(start(2), still, "still", 1).outcome().last();

        List<String> known = CheckpointManifest.read(trained).vocabulary();
        List<String> all = CheckpointManifest.read(last).vocabulary();
        assertThat(all).startsWith(known.toArray(String[]::new)).contains("yellow", "pink");
        assertThat(known).doesNotContain("yellow");
        float[] before = tensors(trained).get(WORDS);
        float[] after = tensors(last).get(WORDS);
        assertThat(after).hasSize(before.length / known.size() * all.size());
        assertThat(apart(Arrays.copyOf(after, before.length), before)).isLessThan(1e-8);
        assertThat(after[after.length - 1]).isNotZero();
    }

    @Test
    void positionsInTimeAreRepeatedForMoreFrames() throws IOException {
        TrainConfig still =
                CONFIG.with(TrainConfig.LEARNING_RATE, 1e-12).with(TrainConfig.WEIGHT_DECAY, 0.0);
        Path last = run(start(4), still, "still", 1).outcome().last();

        float[] two = tensors(trained).get("visual_encoder.model.time_embed");
        float[] four = tensors(last).get("visual_encoder.model.time_embed");
        int width = two.length / 2;
        for (int i = 0; i < four.length; i++) {
            int row = i / width / 2;
            assertThat(four[i]).isCloseTo(two[row * width + i % width], within(1e-9f));
        }
    }

    @Test
    void aStoppedFineTuningGoesOnAsIfItHadNotStopped() throws IOException {
        SmallPretraining.Heard straight = run(start(2), CONFIG, "straight", 99);

        SmallPretraining.Heard stopped = run(start(2), CONFIG, "broken", 3);
        SmallPretraining.Heard resumed = run(start(2), CONFIG, "broken", 99);

        List<Double> both = new ArrayList<>(stopped.losses());
        both.addAll(resumed.losses());
        assertThat(both).isEqualTo(straight.losses());
        assertThat(tensors(resumed.outcome().last()))
                .containsExactlyEntriesOf(tensors(straight.outcome().last()));
    }

    @Test
    void anotherStartIsAnotherTraining() throws IOException {
        run(start(2), CONFIG, "run", 3);
        Start other =
                Start.trained(
                        ModelFile.of(prompter(8, "other prompter")), 2, 32, PositionRule.GRID);

        assertThatThrownBy(() -> run(other, CONFIG, "run", 99))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("objectives was retrieval");
    }

    private Path prompter(int colours, String name) throws IOException {
        return PrompterTrainer.run(
                        SmallPretraining.SIZES,
                        SmallPretraining.config(2).with(TrainConfig.BATCH, 4),
                        NoiseClips.data(colours, 4),
                        folder.resolve(name),
                        new TrainingListener() {})
                .best();
    }

    private Start start(int frames) throws IOException {
        return Start.trained(ModelFile.of(trained), frames, 32, PositionRule.GRID);
    }

    private SmallPretraining.Heard run(Start start, TrainConfig config, String name, int stopAfter)
            throws IOException {
        TrainingData data =
                new TrainingData(
                        NoiseClips.pairs(16, Split.TRAIN),
                        NoiseClips.pairs(8, Split.VALIDATION),
                        FrameSampling.headTail(),
                        12,
                        FrameCache.ofBytes(1 << 24));
        SmallPretraining.Hearing hearing = new SmallPretraining.Hearing(stopAfter);
        return hearing.heard(
                RetrievalTrainer.run(start, config, data, folder.resolve(name), hearing));
    }

    /** The largest difference. */
    private static double apart(float[] one, float[] other) {
        assertThat(one).hasSameSizeAs(other);
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElse(0); // positions are whole numbers
    }

    private static Map<String, float[]> tensors(Path file) throws IOException {
        Map<String, float[]> all = new HashMap<>();
        WeightFile.tensors(file).read(t -> all.put(t.name(), t.values()));
        return all;
    }
}
