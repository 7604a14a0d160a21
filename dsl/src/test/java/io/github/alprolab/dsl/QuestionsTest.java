package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionDataset;
import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.table.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions with their videos, the answers told apart, and what an accuracy lies between. */
class QuestionsTest {
    private static final MovingSprites SPRITES =
            Datasets.movingSprites()
                    .clips(Split.TRAIN, 20)
                    .clips(Split.VALIDATION, 3)
                    .clips(Split.TEST, 5)
                    .unencoded();

    /** Two questions a clip; a word answers the last ones. */
    private record Told(Map<Split, List<String>> answers) implements QuestionDataset {
        @Override
        public String name() {
            return "told";
        }

        @Override
        public String hash() {
            return "0123456789abcdef";
        }

        @Override
        public List<VideoQuestion> asked(Split split) {
            List<VideoQuestion> all = new ArrayList<>();
            List<String> answers = answersOf(split);
            for (int i = 0; i < answers.size(); i++) {
                String video = split + "-" + i / 2;
                String text = i % 2 == 0 ? "what moves?" : "who sings?";
                Question question =
                        new Question("" + i, video, text, answers.get(i), QuestionType.of(text));
                all.add(new VideoQuestion(split, question, new Black(video)));
            }
            return all;
        }

        private List<String> answersOf(Split split) {
            return answers.getOrDefault(split, List.of());
        }
    }

    private record Black(String id) implements ClipSource {
        @Override
        public int frameCount() {
            return 4;
        }

        @Override
        public double framesPerSecond() {
            return 4;
        }

        @Override
        public Frames frames(int[] indices, int size) {
            return Frames.of(
                    indices.length, size, size, new byte[indices.length * size * size * 3]);
        }
    }

    private static final QuestionDataset TOLD =
            new Told(
                    Map.of(
                            Split.TRAIN, List.of("dog", "man", "dog", "cat", "ant", "man"),
                            Split.TEST, List.of("dog", "zebra", "man", "cat")));

    @Test
    void movingSpritesAskAboutTheirClips() {
        Questions questions = Questions.of(SPRITES).answers(Answers.top(40)).frames(8).size(64);

        assertThat(questions.asked(Split.TEST))
                .hasSameSizeAs(SPRITES.questions(Split.TEST))
                .allMatch(q -> q.clip().id().equals(q.question().video()))
                .allMatch(q -> q.split() == Split.TEST);
        assertThat(questions.hash()).isEqualTo(Pairs.of(SPRITES).hash());
        assertThat(questions.toString())
                .isEqualTo(
                        "Questions.of(Datasets.movingSprites().clips(Split.TRAIN, 20)"
                                + ".clips(Split.VALIDATION, 3).clips(Split.TEST, 5).unencoded())"
                                + ".frames(8).size(64).sampling(FrameSampling.random())"
                                + ".words(40).answers(Answers.top(40))");
        assertThat(questions.about(questions.only(Split.TEST).sample(1).get(0)))
                .isNotEmpty()
                .allMatch(q -> q.split() == Split.TEST);
    }

    @Test
    void theTableTellsFloorAndCeilingOfEverySplit() {
        DataTable table = Questions.of(TOLD).answers(Answers.top(2)).describe();

        assertThat(table.title())
                .isEqualTo(
                        "told · 8 frames of 64 pixels, random sampling · 2 answers kept, “dog” most often · data 70ca6168");
        assertThat(table.columns())
                .containsExactly(
                        "split",
                        "questions",
                        "videos",
                        "answers",
                        "of them kept",
                        "ceiling",
                        "floor");
        assertThat(row(table, 0)).containsExactly("TRAIN", "6", "3", "4", "2", "66.7 %", "33.3 %");
        assertThat(row(table, 1)).containsExactly("VALIDATION", "0", "0", "0", "0", "–", "–");
        assertThat(row(table, 2)).containsExactly("TEST", "4", "2", "4", "2", "50.0 %", "25.0 %");
    }

    private static List<String> row(DataTable table, int row) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> table.cell(row, column))
                .toList();
    }

    @Test
    void answersAreCountedInTrainAloneAndTiesGoByTheAlphabet() {
        Questions questions = Questions.of(TOLD);

        assertThat(questions.answers()).isEqualTo(Answers.all());
        assertThat(questions.vocabulary().answers()).containsExactly("dog", "man", "ant", "cat");
        assertThat(questions.answers(Answers.top(3)).vocabulary().answers())
                .containsExactly("dog", "man", "ant");
        Questions test = questions.only(Split.TEST);
        assertThat(test.vocabulary().answers()).isEqualTo(questions.vocabulary().answers());
        assertThat(test.describe().rows()).isEqualTo(1);
        assertThat(questions.limit(2).vocabulary().answers()).containsExactly("dog", "man");
        assertThat(questions.answers(Answers.top(1)).trained())
                .extracting(VideoQuestion::answer)
                .containsExactly("dog", "dog");
    }

    @Test
    void answersAreGivenByNameOrAsThePublishedFile(@TempDir Path place) throws IOException {
        Path file = place.resolve("train_ans2label.json");
        Files.writeString(file, "{\"man\": 1, \"dog\": 0}");
        Answers read = Answers.file(file);

        assertThat(Questions.of(TOLD).answers(read).vocabulary().answers())
                .containsExactly("dog", "man");
        assertThat(read).isEqualTo(Answers.of("dog", "man")).isNotEqualTo(Answers.of("man", "dog"));
        assertThat(read.toString()).isEqualTo("Answers.file(Path.of(\"" + file + "\"))");
        assertThat(Questions.of(TOLD).answers(Answers.of("zebra")).majority()).isEmpty();
        assertThat(Questions.of(TOLD).answers(Answers.of("ant", "cat")).majority()).contains("ant");
    }

    @Test
    void answersThatAreNoneAreRefused(@TempDir Path place) {
        assertThatThrownBy(() -> Answers.file(place.resolve("gone.json")))
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C13", "gone.json", "does not exist", "Answers.all()");
        assertThatThrownBy(Answers::of).hasMessageContainingAll("C13", "at least one answer");
        assertThatThrownBy(() -> Answers.of("yes", "yes")).hasMessageContaining("each once");
        assertThatThrownBy(() -> Answers.top(0)).hasMessageContaining("at least 1");
    }

    @Test
    void clipsToLookAtShowAQuestionWithItsAnswer() {
        Clips clips = Questions.of(TOLD).only(Split.TEST).size(16).sample(9);

        assertThat(clips.list()).extracting(Clip::id).containsExactlyInAnyOrder("TEST-0", "TEST-1");
        assertThat(clips.get(0).caption()).matches("(what moves|who sings)\\? · \\w+");
        assertThat(clips.get(0).frames().count()).isEqualTo(8);
        assertThat(Questions.of(TOLD).types().toString())
                .contains("what 5 · 50.0 %", "who 5 · 50.0 %");
    }

    @Test
    void settingsAreTheirRecord() {
        Questions plain = Questions.of(TOLD);
        assertThat(plain.settings())
                .containsEntry("answers", "all")
                .containsEntry("dataset", "told")
                .containsEntry("frames", 8)
                .doesNotContainKeys("augment", "unreadable", "cacheOnDisk");
        assertThat(plain.answers(Answers.of("dog", "man")).settings().get("answers").toString())
                .matches("2 given, [0-9a-f]{16}");
        Questions other =
                plain.asPublished()
                        .augment(Augmentation.crop())
                        .unreadable(UnreadableClips.SKIP)
                        .limit(3);
        assertThat(other.toString()).contains(".frames(16).size(224)", ".limit(3)");
        assertThat(other.unreadable(UnreadableClips.FAIL).asked(Split.TRAIN)).hasSize(3);
        assertThat(other.asked(Split.TRAIN)).hasSize(3);
        assertThat(plain.frames(9).frames(8)).isEqualTo(plain).hasSameHashCodeAs(plain);
    }
}
