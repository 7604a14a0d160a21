package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.answering.TrainedAnswerer;
import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.weights.WeightFile;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.readers.AnswerLabels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnsweringTrainingTest {
    private static final TrainConfig CONFIG = SmallPretraining.config(12);
    private static final List<String> ANSWERS =
            Stream.concat(NoiseClips.colours().stream(), Stream.of("yes", "no")).toList();

    @TempDir Path folder;

    @Test
    void itLearnsToAnswerAndBeatsTheMajority() throws IOException {
        SmallPretraining.Heard heard = run(random(), Freezing.NONE, ANSWERS, "run", 999);

        List<Double> losses = heard.all(Metric.ANSWER_LOSS);
        assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0) / 2);
        assertThat(heard.steps().get(0).values().keySet())
                .containsExactly(
                        Metric.TOTAL_LOSS,
                        Metric.ANSWER_LOSS,
                        Metric.ANSWER_ACCURACY,
                        Metric.GRADIENT_NORM,
                        Metric.LEARNING_RATE,
                        Metric.CLIPS_PER_SECOND,
                        Metric.WAITED_FOR_DATA);
        CheckpointManifest best = CheckpointManifest.read(heard.outcome().best());
        assertThat(best.kind()).isEqualTo("answering");
        assertThat(best.entities()).isEqualTo(ANSWERS);
        assertThat(best.metrics().get("ANSWER_ACCURACY")).isGreaterThan(0.75);
        assertThat(answered(heard.outcome().best()))
                .as("the accuracy in the file is that of the model in the file")
                .isEqualTo(best.metrics().get("ANSWER_ACCURACY"));
    }

    @Test
    void aStoppedTrainingGoesOnAsIfItHadNotStopped() throws IOException {
        SmallPretraining.Heard straight = run(random(), Freezing.NONE, ANSWERS, "straight", 999);

        SmallPretraining.Heard stopped = run(random(), Freezing.NONE, ANSWERS, "broken", 7);
        SmallPretraining.Heard resumed = run(random(), Freezing.NONE, ANSWERS, "broken", 999);

        List<Double> both = new ArrayList<>(stopped.losses());
        both.addAll(resumed.losses());
        assertThat(both).isEqualTo(straight.losses());
        assertThat(same(resumed.outcome().last(), straight.outcome().last())).isTrue();
        assertThat(CheckpointManifest.read(resumed.outcome().best()).metrics())
                .isEqualTo(CheckpointManifest.read(straight.outcome().best()).metrics());
    }

    @Test
    void whatIsFrozenKeepsTheValuesOfTheStart() throws IOException {
        Path start = run(random(), Freezing.NONE, ANSWERS, "start", 3).outcome().last();
        Path frozen =
                run(trained(start), Freezing.LIKE_REFERENCE_CODE, ANSWERS, "frozen", 3)
                        .outcome()
                        .last();

        Map<String, float[]> before = tensors(start);
        tensors(frozen)
                .forEach(
                        (name, values) -> {
                            if (Freezing.LIKE_REFERENCE_CODE.freezes(name)) {
                                assertThat(values).as(name).isEqualTo(before.get(name));
                            }
                        });
        assertThat(tensors(frozen).get("classifier.0.weight"))
                .isNotEqualTo(before.get("classifier.0.weight"));
    }

    @Test
    void aClassifierIsKeptForTheSameAnswersAloneAndNewForOthers() throws IOException {
        Path start = run(random(), Freezing.NONE, ANSWERS, "start", 999).outcome().last();
        List<String> turned = new ArrayList<>(ANSWERS);
        turned.add(turned.remove(0));

        assertThat(trained(start).answerHead(ANSWERS).kept()).isTrue();
        assertThat(trained(start).answerHead(turned).kept()).isFalse();
        Path kept = run(trained(start), Freezing.NONE, ANSWERS, "kept", 1).outcome().last();
        Path other = run(trained(start), Freezing.NONE, turned, "turned", 1).outcome().last();
        assertThat(CheckpointManifest.read(other).entities()).isEqualTo(turned);
        String classifier = "classifier.2.weight";
        float[] before = tensors(start).get(classifier);
        assertThat(distance(before, tensors(other).get(classifier)))
                .isGreaterThan(5 * distance(before, tensors(kept).get(classifier)));
    }

    @Test
    void aPretrainedModelIsTheStartWithoutItsHeadOfWords() throws IOException {
        Path pretrained = new SmallPretraining(folder).run("pretrained", 2).outcome().last();
        Path last = run(trained(pretrained), Freezing.NONE, ANSWERS, "run", 1).outcome().last();
        Map<String, float[]> before = tensors(pretrained);
        Map<String, float[]> after = tensors(last);
        String block = "visual_encoder.model.blocks.0.attn.qkv.weight";
        assertThat(distance(after.get(block), before.get(block))).isLessThan(1e-3);
        assertThat(after).containsKey("classifier.2.weight").doesNotContainKey("mpm_head.0.weight");
    }

    @Test
    void questionsWithOtherAnswersAreLeftOutOfTrainingAndCounted() throws IOException {
        List<String> fewer = ANSWERS.subList(0, 4);
        SmallPretraining.Heard heard = run(random(), Freezing.NONE, fewer, "run", 999);

        assertThat(heard.notes())
                .containsExactly(
                        "TRAIN: 48 of 64 questions are left out; their answers are none of the 4.");
        assertThat(CheckpointManifest.read(heard.outcome().last()).metrics().get("ANSWER_ACCURACY"))
                .as("in validation they are never right")
                .isLessThanOrEqualTo(0.25);
    }

    @Test
    void otherAnswersAndOtherFreezingAreOtherTrainings() throws IOException {
        run(random(), Freezing.NONE, ANSWERS, "run", 3);
        assertThatThrownBy(() -> run(random(), Freezing.LIKE_REFERENCE_CODE, ANSWERS, "run", 999))
                .hasMessageContaining("freezing LIKE_REFERENCE_CODE");
        List<String> turned = new ArrayList<>(ANSWERS);
        turned.add(turned.remove(0));
        assertThatThrownBy(() -> run(random(), Freezing.NONE, turned, "run", 999))
                .hasMessageContaining("objectives was answering");
    }

    @Test
    void questionsThatShareAClipAreOneItemAndEachCounts() throws IOException {
        AnsweringData together =
                data(asked(32, Split.TRAIN), asked(16, Split.VALIDATION), ANSWERS, 5);
        AnsweringData alone = data(asked(32, Split.TRAIN), asked(16, Split.VALIDATION), ANSWERS, 1);

        assertThat(together.clips().train()).hasSize(32);
        assertThat(alone.clips().train()).hasSize(64);
        assertThat(together.learned()).isEqualTo(alone.learned()).isEqualTo(64);
        assertThat(together.floor()).isEqualTo(alone.floor());
        assertThat(together.clips().validation()).isEqualTo(alone.clips().validation());
        SmallPretraining.Hearing hearing = new SmallPretraining.Hearing(999);
        Path best =
                AnsweringTrainer.run(
                                random(),
                                Freezing.NONE,
                                CONFIG,
                                together,
                                folder.resolve("together"),
                                hearing)
                        .best();
        assertThat(CheckpointManifest.read(best).metrics().get("ANSWER_ACCURACY"))
                .isGreaterThan(0.6);
    }

    @Test
    void twoQuestionsOfOneNameAreRefused() {
        VideoQuestion one = asked(1, Split.TRAIN).get(0);
        assertThatThrownBy(() -> data(List.of(one, one), List.of(), ANSWERS, 1))
                .hasMessageContaining("Two questions of TRAIN are called");
    }

    private double answered(Path file) throws IOException {
        List<VideoQuestion> all = asked(16, Split.VALIDATION);
        List<Pair> pairs = all.stream().map(VideoQuestion::pair).toList();
        try (TrainedAnswerer model =
                TrainedAnswerer.load(
                        file,
                        ANSWERS,
                        new RetrievalInput(2, 32, 12, PositionRule.GRID),
                        FrameCache.ofBytes(0),
                        DeviceChoice.CPU,
                        () -> {})) {
            var answers = model.answer(pairs);
            return IntStream.range(0, all.size())
                            .filter(i -> answers.get(i).best().equals(all.get(i).answer()))
                            .count()
                    / (double) all.size();
        }
    }

    private static Start random() {
        return Start.random(SmallPretraining.SIZES);
    }

    private static Start trained(Path file) throws IOException {
        return Start.trained(ModelFile.of(file), 2, 32, PositionRule.GRID);
    }

    private SmallPretraining.Heard run(
            Start start, Freezing freezing, List<String> answers, String name, int stopAfter)
            throws IOException {
        AnsweringData data = data(asked(32, Split.TRAIN), asked(16, Split.VALIDATION), answers, 1);
        SmallPretraining.Hearing hearing = new SmallPretraining.Hearing(stopAfter);
        return hearing.heard(
                AnsweringTrainer.run(start, freezing, CONFIG, data, folder.resolve(name), hearing));
    }

    private static AnsweringData data(
            List<VideoQuestion> train,
            List<VideoQuestion> validation,
            List<String> answers,
            int perClip) {
        return AnsweringData.of(
                train,
                validation,
                AnswerLabels.of(answers),
                perClip,
                FrameSampling.headTail(),
                12,
                FrameCache.ofBytes(1 << 24));
    }

    /** Two questions about each clip: which colour, and whether it is red. */
    private static List<VideoQuestion> asked(int clips, Split split) {
        return NoiseClips.pairs(clips, split).stream()
                .flatMap(
                        p -> {
                            String colour =
                                    NoiseClips.colours().stream()
                                            .filter(p.captions().get(0)::contains)
                                            .findFirst()
                                            .orElseThrow();
                            boolean red = colour.equals("red");
                            return Stream.of(
                                    question(p, "what colour is the wall", colour),
                                    question(p, "is the wall red", red ? "yes" : "no"));
                        })
                .toList();
    }

    private static VideoQuestion question(Pair pair, String text, String answer) {
        Question question =
                new Question(
                        pair.id() + " " + text, pair.id(), text, answer, QuestionType.of(text));
        return new VideoQuestion(pair.split(), question, pair.clip());
    }

    private static boolean same(Path one, Path other) throws IOException {
        Map<String, float[]> left = tensors(one);
        Map<String, float[]> right = tensors(other);
        return left.keySet().equals(right.keySet())
                && left.keySet().stream().allMatch(n -> Arrays.equals(left.get(n), right.get(n)));
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / Math.min(a.length, b.length);
    }

    private static Map<String, float[]> tensors(Path file) throws IOException {
        Map<String, float[]> all = new HashMap<>();
        WeightFile.tensors(file).read(t -> all.put(t.name(), t.values()));
        return all;
    }
}
