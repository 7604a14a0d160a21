package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.answering.AnswerHead;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.optim.LossScale;
import io.github.alprolab.alpro.optim.Schedule;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.readers.AnswerLabels;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Our training step of question answering against the published one, by plain PyTorch: {@code
 * answering/make.py} made the numbers.
 */
class PublishedStepTest {
    private static final int CLIPS = 3;
    private static final int FRAMES = 2;
    private static final int SIZE = 16;
    private static final int LENGTH = 6;
    private static final int UPDATES = 4;
    private static final int ACCUMULATE = 2;
    private static final double CLIP = 2.0;
    private static final List<String> ANSWERS = List.of("a", "b", "c", "d", "e");
    private static final AlproConfig CONFIG =
            new AlproConfig(
                    new VideoConfig(SIZE, 8, FRAMES, 8, 2, 2, 16, 0),
                    new TextConfig(20, 8, 4, 2, 2, 16, 8, 0),
                    8);
    private static final TrainConfig TRAIN =
            TrainConfig.adamW(1e-2)
                    .with(TrainConfig.WARMUP, 0.5)
                    .with(TrainConfig.CLIP, CLIP)
                    .with(TrainConfig.ACCUMULATE, ACCUMULATE)
                    .with(TrainConfig.BATCH, CLIPS)
                    .with(TrainConfig.DEVICE, DeviceChoice.CPU)
                    .likeReferenceCode();

    private final Map<String, StoredTensor> golden = new HashMap<>();
    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final Tokenizer tokenizer = Tokenizer.bertUncased();

    @BeforeEach
    void read() throws IOException {
        try (InputStream in =
                PublishedStepTest.class.getResourceAsStream("/answering/step.safetensors")) {
            Safetensors.read(in, t -> golden.put(t.name(), t));
        }
    }

    @AfterEach
    void close() {
        tokenizer.close();
        compute.close();
    }

    @Test
    void fourUpdatesInReferenceModeGiveThePublishedWeights() throws IOException {
        AnsweringTask task = task(Freezing.LIKE_REFERENCE_CODE);
        List<Map<Metric, Double>> updates = updates(task);

        for (int i = 0; i < UPDATES; i++) {
            assertThat(updates.get(i).get(Metric.ANSWER_LOSS))
                    .as("loss of update " + (i + 1))
                    .isCloseTo(golden.get("losses").values()[i], within(2e-5));
            assertThat(updates.get(i).get(Metric.GRADIENT_NORM))
                    .as("gradient norm of update " + (i + 1))
                    .isCloseTo(golden.get("norms").values()[i], within(2e-4));
            assertThat(updates.get(i).get(Metric.ANSWER_ACCURACY))
                    .isCloseTo(golden.get("accuracies").values()[i], within(1e-6));
        }
        assertThat(updates.get(0).get(Metric.GRADIENT_NORM))
                .as("clipping is part of what is compared")
                .isGreaterThan(CLIP);
        golden.forEach(
                (name, expected) -> {
                    if (name.startsWith("after.")) {
                        float[] ours = task.state().find(name.substring(6)).get().value().floats();
                        assertThat(ours).hasSameSizeAs(expected.values());
                        for (int i = 0; i < ours.length; i++) {
                            assertThat(ours[i])
                                    .as(name + " " + i)
                                    .isCloseTo(expected.values()[i], within(2e-5f));
                        }
                    }
                });
    }

    @Test
    void withoutFreezingTheWeightsAreOthers() throws IOException {
        AnsweringTask task = task(Freezing.NONE);
        updates(task);

        String still = "visual_encoder.model.blocks.0.attn.qkv.weight";
        assertThat(golden.get("after." + still).values())
                .isEqualTo(golden.get("before." + still).values());
        assertThat(task.state().find(still).get().value().floats())
                .isNotEqualTo(golden.get("before." + still).values());
    }

    private List<Map<Metric, Double>> updates(AnsweringTask task) {
        AdamW optimizer = new AdamW(compute, task.learning(), TRAIN.appliedGroups());
        Schedule schedule =
                new Schedule(
                        TRAIN.get(TrainConfig.LEARNING_RATE),
                        TRAIN.get(TrainConfig.WARMUP),
                        TRAIN.get(TrainConfig.DECAY),
                        UPDATES);
        TrainingStep step =
                new TrainingStep(compute, task, optimizer, LossScale.none(), schedule, TRAIN);
        return IntStream.rangeClosed(1, UPDATES)
                .mapToObj(n -> step.run(n, List.of(batch(2 * n - 1), batch(2 * n)), 0))
                .toList();
    }

    private AnsweringTask task(Freezing freezing) throws IOException {
        Vocabulary words = Vocabulary.covering(List.of("a"), tokenizer);
        BatchMaker batches =
                new BatchMaker(CONFIG.video(), tokenizer, words, LENGTH, FrameCache.ofBytes(0));
        ModelParts parts =
                new ModelParts(
                        compute, List.of(), CONFIG, words, batches, new RandomStreams(1), "");
        AnsweringTask task = new AnsweringTask(parts, AnswerHead.fresh(ANSWERS), freezing, data());
        StateDictFile.load(
                sink -> {
                    for (StoredTensor tensor : golden.values()) {
                        if (tensor.name().startsWith("before.")) {
                            sink.accept(tensor.named(tensor.name().substring(7)));
                        }
                    }
                },
                task.state(),
                LoadRules.lavisAnswering());
        return task;
    }

    /** Every batch has questions of its own. */
    private static AnsweringData data() {
        List<VideoQuestion> all =
                IntStream.rangeClosed(1, UPDATES * ACCUMULATE)
                        .boxed()
                        .flatMap(n -> asked(n).stream())
                        .toList();
        return AnsweringData.of(
                all,
                List.of(),
                AnswerLabels.of(ANSWERS),
                1,
                FrameSampling.uniform(),
                LENGTH,
                FrameCache.ofBytes(0));
    }

    private static List<VideoQuestion> asked(int number) {
        List<Pair> clips = NoiseClips.pairs(CLIPS, Split.TRAIN);
        return IntStream.range(0, CLIPS)
                .mapToObj(
                        row ->
                                new VideoQuestion(
                                        Split.TRAIN,
                                        new Question(
                                                number + "-" + row,
                                                clips.get(row).id(),
                                                "?",
                                                ANSWERS.get((row + number) % ANSWERS.size()),
                                                QuestionType.OTHER),
                                        clips.get(row).clip()))
                .toList();
    }

    /** By the formula of {@code make.py}. */
    private static Batch batch(int number) {
        byte[] pixels = new byte[CLIPS * FRAMES * SIZE * SIZE * 3];
        for (long i = 0; i < pixels.length; i++) {
            pixels[(int) i] = (byte) ((i * i * 31 + i * 17 + number * 101L) % 256);
        }
        long[] ids = new long[CLIPS * LENGTH];
        float[] mask = new float[CLIPS * LENGTH];
        for (int row = 0; row < CLIPS; row++) {
            int length = LENGTH - row;
            for (int k = 0; k < length; k++) {
                int at = row * LENGTH + k;
                mask[at] = 1;
                ids[at] = 5 + (7 * row + 3 * (k - 1) + number) % 15;
            }
            ids[row * LENGTH] = 2;
            ids[row * LENGTH + length - 1] = 3;
        }
        return new Batch(
                asked(number).stream().map(VideoQuestion::pair).toList(),
                pixels,
                new TokenBatch(CLIPS, LENGTH, ids, mask),
                false);
    }
}
