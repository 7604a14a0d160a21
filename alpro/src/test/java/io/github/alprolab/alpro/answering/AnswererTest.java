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
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import java.util.List;
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
        int[] asked = {0, 1, 1};
        Answerer many = answerer(8);
        VideoFeatures videos = many.videos(clips);
        List<Distribution> together = many.answer(videos, asked, QUESTIONS);
        List<Distribution> alone = answerer(1).answer(videos, asked, QUESTIONS);
        assertThat(videos.count()).as("every clip is encoded once").isEqualTo(2);
        for (int i = 0; i < asked.length; i++) {
            for (String answer : ANSWERS) {
                assertThat(together.get(i).probability(answer))
                        .isCloseTo(alone.get(i).probability(answer), within(1e-6));
            }
        }
        assertThat(together.get(0).probability("red"))
                .as("another clip, another answer")
                .isNotCloseTo(together.get(2).probability("red"), within(1e-6));
    }

    @Test
    void classesWithoutAnAnswerAreNeverChosen() {
        Answerer answerer = answerer(8);
        Distribution one =
                answerer.answer(answerer.videos(clips), new int[] {0}, QUESTIONS.subList(0, 1))
                        .get(0);
        double sum = ANSWERS.stream().mapToDouble(one::probability).sum();
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(one.top(6)).hasSize(3);
    }

    @Test
    void tooManyAnswersAndQuestionsWithoutAClipAreRefused() {
        List<String> seven = List.of("1", "2", "3", "4", "5", "6", "7");
        assertThatThrownBy(() -> new Answerer(compute, model, batches(), seven, 8))
                .hasMessageContaining("7 answers are given; this model tells 1 to 6 apart");
        Answerer answerer = answerer(8);
        VideoFeatures videos = answerer.videos(clips);
        assertThatThrownBy(() -> answerer.answer(videos, new int[] {0}, QUESTIONS))
                .hasMessageContaining("3 questions and 1 clips");
    }

    private Answerer answerer(int batch) {
        return new Answerer(compute, model, batches(), ANSWERS, batch);
    }

    private BatchMaker batches() {
        return new BatchMaker(sizes.video(), tokenizer, words, 12, FrameCache.ofBytes(1 << 20));
    }
}
