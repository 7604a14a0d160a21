package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.Chunks;
import io.github.alprolab.alpro.objective.HardNegatives;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.ObjectiveSum;
import io.github.alprolab.alpro.objective.SmallSteps;
import io.github.alprolab.alpro.objective.StepInputs;
import io.github.alprolab.alpro.objective.WorkedExamples;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.prompter.PromptTemplates;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.text.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A large batch in parts has the losses and the gradients of the whole. */
class LargeBatchTest {
    private static final int CLIPS = 8;
    private static final SmallSteps STEPS = new SmallSteps(sizes(0), CLIPS, 6);
    private static final Vocabulary WORDS =
            Vocabulary.of(
                    Stream.concat(
                                    Stream.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"),
                                    IntStream.range(5, 20).mapToObj(i -> "word" + i))
                            .toList());

    @TempDir Path folder;
    private final Compute compute = Compute.open(DeviceChoice.CPU);

    @AfterEach
    void close() {
        compute.close();
    }

    private static AlproConfig sizes(double drop) {
        return new AlproConfig(
                new VideoConfig(16, 8, 2, 16, 2, 2, 32, drop),
                new TextConfig(20, 16, 3, 1, 2, 32, 8, drop),
                8);
    }

    /** The last two are of objectives that may look at the whole batch. */
    @ParameterizedTest
    @CsvSource({"2, false", "4, false", "8, true"})
    void everyParameterHasTheGradientOfTheWholeBatch(int parts, boolean recompute) {
        Training whole = new Training(0);
        Map<Metric, Double> expected = whole.backward(1, 7, recompute);
        List<float[]> gradients = whole.gradients();
        Map<Metric, Double> ours = whole.backward(parts, 7, recompute);

        assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((m, v) -> assertThat(ours.get(m)).as("" + m).isCloseTo(v, within(2e-6)));
        for (int i = 0; i < gradients.size(); i++) {
            String name = whole.optimizer.parameters().get(i).name();
            double size = norm(gradients.get(i), new float[gradients.get(i).length]);
            assertThat(size).as(name + " is trained").isPositive();
            // The slope of a key's bias is 0 but for rounding: attention does not see it.
            assertThat(norm(whole.gradients().get(i), gradients.get(i)))
                    .as(name)
                    .isLessThanOrEqualTo(2e-5 * size + 1e-6);
        }
    }

    /** What is dropped is drawn anew for every part, and is the same in both of its passes. */
    @Test
    void dropoutIsThatOfTheSeedWithAndWithoutGradientCheckpointing() {
        Training dropping = new Training(0.3);
        double kept = dropping.backward(4, 7, false).get(Metric.TOTAL_LOSS);
        List<float[]> gradients = dropping.gradients();
        double again = dropping.backward(4, 7, true).get(Metric.TOTAL_LOSS);

        assertThat(again).isEqualTo(kept);
        for (int i = 0; i < gradients.size(); i++) {
            assertThat(norm(dropping.gradients().get(i), gradients.get(i)))
                    .isLessThanOrEqualTo(
                            1e-5 * norm(gradients.get(i), new float[gradients.get(i).length])
                                    + 1e-6);
        }
        assertThat(dropping.backward(4, 8, false).get(Metric.TOTAL_LOSS)).isNotEqualTo(kept);
    }

    /** With all four objectives, whose teacher labels the crops of one part at a time. */
    @Test
    void aPreTrainingInPartsGoesTheWayOfTheWholeBatch() throws IOException {
        AlproConfig still =
                new AlproConfig(
                        new VideoConfig(32, 8, 2, 32, 2, 4, 64, 0),
                        new TextConfig(10, 32, 2, 1, 4, 64, 16, 0),
                        16);
        TrainConfig config = SmallPretraining.config(2);
        Path teacher =
                PrompterTrainer.run(
                                still,
                                config,
                                NoiseClips.data(16, 0),
                                folder.resolve("teacher"),
                                new TrainingListener() {})
                        .last();
        List<StepReport> whole = trained(still, teacher, config, "whole");
        List<StepReport> parts =
                trained(still, teacher, config.with(TrainConfig.CHUNKS, 4), "parts");

        assertThat(parts).hasSameSizeAs(whole).hasSize(8);
        for (int i = 0; i < parts.size(); i++) {
            Map<Metric, Double> expected = whole.get(i).values();
            Map<Metric, Double> ours = parts.get(i).values();
            assertThat(ours.keySet()).isEqualTo(expected.keySet());
            Metric.ofTime().forEach(timed -> assertThat(ours).containsKey(timed));
            for (Metric metric :
                    List.of(
                            Metric.VTC_LOSS,
                            Metric.VTM_LOSS,
                            Metric.MLM_LOSS,
                            Metric.PEM_LOSS,
                            Metric.TOTAL_LOSS,
                            Metric.IGNORED_SHARE,
                            Metric.VTM_ACCURACY)) {
                assertThat(ours.get(metric))
                        .as(metric + " of step " + (i + 1))
                        .isCloseTo(expected.get(metric), within(1e-4));
            }
        }
    }

    private List<StepReport> trained(
            AlproConfig sizes, Path teacher, TrainConfig config, String name) throws IOException {
        SmallPretraining.Hearing hearing = new SmallPretraining.Hearing(Integer.MAX_VALUE);
        PromptConfig prompts =
                new PromptConfig(teacher, NoiseClips.colours(), PromptTemplates.video());
        return hearing.heard(
                        Pretrainer.run(
                                sizes,
                                Objective.published(prompts),
                                config,
                                NoiseClips.data(32, 8),
                                folder.resolve(name),
                                hearing))
                .steps();
    }

    @Test
    void aBatchThatIsNoMultipleIsRefusedWithWhatWouldBe() {
        TrainConfig config = SmallPretraining.config(1).with(TrainConfig.CHUNKS, 3);

        assertThatThrownBy(
                        () ->
                                PrompterTrainer.run(
                                        sizes(0),
                                        config,
                                        NoiseClips.data(16, 0),
                                        folder,
                                        new TrainingListener() {}))
                .hasMessage(
                        "A batch of 8 clips in 3 chunks is given; allowed is a number of chunks"
                                + " that divides it, such as 2.");
    }

    /** A model without a weight at zero, and one that compares batches with it. */
    private final class Training {
        private final StateDict state = new StateDict(compute, new RandomStreams(5));
        private final AlproConfig sizes;
        private final ObjectiveSum objectives;
        private final AdamW optimizer;

        Training(double drop) {
            this.sizes = sizes(drop);
            this.objectives =
                    new ObjectiveSum(
                            compute,
                            List.of(
                                    Objective.VTC,
                                    Objective.VTM.weight(0.7),
                                    Objective.MLM,
                                    WorkedExamples.frameOrder(),
                                    WorkedExamples.momentumDistillation().weight(0.5)),
                            state,
                            new AlproModel(state.root(), sizes, 0.1),
                            Optional.of(WORDS));
            this.optimizer = new AdamW(compute, state.trainable(), 0);
            Random random = new Random(3);
            for (var parameter : state.trainable()) {
                float[] values = parameter.value().floats();
                for (int i = 0; i < values.length && !parameter.name().equals("temp"); i++) {
                    values[i] += (float) (random.nextGaussian() * 0.1);
                }
                parameter.value().copyFrom(values);
            }
        }

        Map<Metric, Double> backward(int parts, long seed, boolean recompute) {
            optimizer.clear();
            if (parts == 1) {
                try (Scope scope = compute.trainingScope(seed, recompute)) {
                    return compute.withGradient(
                            () -> objectives.of(inputs(scope), total -> total.backward()));
                }
            }
            Chunks chunks =
                    new Chunks(
                            parts,
                            seed,
                            recompute,
                            LargeBatchTest::inputs,
                            (scope, part) -> part(inputs(scope), part, CLIPS / parts));
            return compute.withGradient(
                    () -> objectives.of(chunks, List.of(), Map.of(), total -> total.backward()));
        }

        List<float[]> gradients() {
            return optimizer.gradients().stream().map(g -> g.floats()).toList();
        }
    }

    private static StepInputs inputs(Scope scope) {
        return STEPS.inputs(scope, true, HardNegatives::hardest);
    }

    private static StepInputs part(StepInputs all, int index, int clips) {
        return new StepInputs(
                all.scope(),
                () -> all.frames().get().narrow(0, (long) index * clips, clips),
                all.texts().part(index * clips, clips),
                false,
                true,
                all.streams(),
                all.number(),
                all.negatives());
    }

    private static double norm(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += Math.pow(a[i] - b[i], 2);
        }
        return Math.sqrt(squares);
    }
}
