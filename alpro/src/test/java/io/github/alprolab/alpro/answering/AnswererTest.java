package io.github.alprolab.alpro.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswererTest {
    private static final List<String> ANSWERS = List.of("red", "blue", "left");
    private static final List<String> QUESTIONS =
            List.of("what colour is the wall", "where does it go", "what colour is the wall");

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final Tokenizer tokenizer = Tokenizer.bertUncased();
    private final Vocabulary words = Vocabulary.covering(QUESTIONS, tokenizer);
    private final AlproConfig sizes =
            new AlproConfig(
                    new VideoConfig(16, 8, 2, 16, 2, 2, 32, 0),
                    new TextConfig(words.size(), 16, 3, 1, 2, 32, 16, 0),
                    16);
    private final AnsweringModel model =
            new AnsweringModel(new StateDict(compute, new RandomStreams(4)).root(), sizes, 6);
    private final List<Pair> clips = ColourClips.of(0, 0, 2).pairs(Split.TEST);

    @AfterEach
    void close() {
        tokenizer.close();
        compute.close();
    }

    @Test
    void aQuestionIsAnsweredTheSameAloneAndInABatchWithOthers() {
        List<Pair> asked = asked();
        List<Distribution> together = answerer(8).answer(asked);
        for (int i = 0; i < asked.size(); i++) {
            Distribution alone = answerer(1).answer(List.of(asked.get(i))).get(0);
            for (String answer : ANSWERS) {
                assertThat(together.get(i).probability(answer))
                        .isCloseTo(alone.probability(answer), within(1e-6));
            }
        }
        assertThat(together.get(0).probability("red"))
                .as("another clip, another answer")
                .isNotCloseTo(together.get(2).probability("red"), within(1e-6));
    }

    @Test
    void questionsAboutAClipInAnyOrderAreAnsweredInThatOrder() {
        List<Pair> asked = asked();
        List<Pair> turned = List.of(asked.get(2), asked.get(0), asked.get(1));
        List<float[]> rows = answerer(1).scores(asked);
        List<float[]> turnedRows = answerer(1).scores(turned);
        assertThat(apart(turnedRows.get(0), rows.get(2))).isLessThan(1e-5);
        assertThat(apart(turnedRows.get(1), rows.get(0))).isLessThan(1e-5);
        assertThat(apart(turnedRows.get(2), rows.get(1))).isLessThan(1e-5);
        assertThat(rows.get(0)).hasSize(6);
    }

    @Test
    void classesWithoutAnAnswerAreNeverChosen() {
        Distribution one = answerer(8).answer(asked()).get(0);
        double sum = ANSWERS.stream().mapToDouble(one::probability).sum();
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(one.top(6)).hasSize(3);
    }

    @Test
    void moreAnswersThanClassesAreRefused() {
        List<String> seven = List.of("1", "2", "3", "4", "5", "6", "7");
        assertThatThrownBy(() -> new Answerer(compute, model, batches(), seven, 8))
                .hasMessageContaining("7 answers are given; this model tells 1 to 6 apart");
    }

    /** What is looked at between batches may end the work. */
    @Test
    void workEndsWhereItIsNotWantedAnyMore() {
        Answerer stopped =
                new Answerer(
                        compute,
                        model,
                        batches(),
                        ANSWERS,
                        1,
                        () -> {
                            throw new IllegalStateException("stopped");
                        });
        assertThatThrownBy(() -> stopped.answer(asked())).hasMessage("stopped");
    }

    private static double apart(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElseThrow();
    }

    /** The second clip is asked about twice. */
    private List<Pair> asked() {
        return IntStream.range(0, QUESTIONS.size())
                .mapToObj(
                        i ->
                                new Pair(
                                        "q" + i,
                                        Split.TEST,
                                        clips.get(Math.min(i, 1)).clip(),
                                        List.of(QUESTIONS.get(i)),
                                        Optional.empty()))
                .toList();
    }

    private Answerer answerer(int batch) {
        return new Answerer(compute, model, batches(), ANSWERS, batch);
    }

    private BatchMaker batches() {
        return new BatchMaker(sizes.video(), tokenizer, words, 12, FrameCache.ofBytes(1 << 20));
    }
}
