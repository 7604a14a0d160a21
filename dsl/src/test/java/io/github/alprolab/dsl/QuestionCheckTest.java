package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.video.VideoWriter;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.AnsweringChecks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a folder of questions before a model learns from it. */
class QuestionCheckTest {
    @TempDir Path place;

    @BeforeEach
    void folder() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            byte[] rgb = new byte[6 * 32 * 32 * 3];
            Arrays.fill(rgb, (byte) (name.charAt(0) * 3));
            Files.createDirectories(place.resolve("videos"));
            VideoWriter.write(
                    place.resolve("videos/" + name + ".mp4"), Frames.of(6, 32, 32, rgb), 10);
        }
        rows("train", "a,what is it?,dog", "a,who is it?,man", "b,what is it?,dog");
        rows("val", "b,what is it?,dog");
        rows("test", "c,what is it?,dog", "c,who is it?,emu", "c,how is it?,fine");
    }

    private void rows(String split, String... rows) throws IOException {
        Files.writeString(
                place.resolve(split + ".csv"),
                "video,question,answer\n" + String.join("\n", rows) + "\n");
    }

    private void spoil(String name) throws IOException {
        Files.writeString(place.resolve("videos/" + name + ".mp4"), "no video");
    }

    private Questions questions() {
        return Questions.of(Datasets.questions(place)).frames(2).size(32);
    }

    private static String check(Questions questions) {
        return Report.advised(
                        "questions",
                        () ->
                                new Report(
                                        "questions",
                                        new QuestionCheck(questions)
                                                .trained(
                                                        Tiny.TRAINER,
                                                        Split.TEST,
                                                        () -> learned(questions)),
                                        List.of()))
                .all()
                .toString();
    }

    private static Finding learned(Questions questions) {
        int learned = questions.trained().size();
        return AnsweringChecks.learned(
                questions.asked(Split.TRAIN).size(), learned, learned, Tiny.TRAINER.batch());
    }

    @Test
    void ceilingAndFloorAreSaidOfTheMeasuredSplit() {
        assertThat(check(questions()))
                .contains(
                        "! C13  Answers.all() covers 33.3 % of the answers of TEST: the best accuracy you can reach is 33.3 %; always giving the most frequent one reaches 33.3 %.")
                .contains("✓ C34  TRAIN has 3 questions.", "✓ C34  TEST has 3 questions.")
                .contains("! C11  1 videos are in two splits")
                .contains("✓ C08  All questions fit into 40 words.")
                .contains("✓ C30  Every clip of TEST can be read.");
        assertThat(check(questions().answers(Answers.top(1))))
                .contains("✗ C36  An update of 8 clips is asked for and an epoch has 2.");
    }

    @Test
    void aSplitWithoutQuestionsIsAFindingThatFitsItsData() throws IOException {
        Files.delete(place.resolve("train.csv"));
        assertThat(check(questions()))
                .contains("✗ C34  TRAIN has 0 questions; training needs some.")
                .contains("annotations of TRAIN in the folder, such as train.jsonl")
                .doesNotContain("movingSprites");
        assertThat(check(questions().only(Split.TEST))).contains("→ leave .only(Split.TEST) out");
        Questions sprites =
                Questions.of(Datasets.movingSprites().clips(Split.TRAIN, 0).unencoded());
        assertThat(check(sprites))
                .contains(
                        "Datasets.movingSprites().clips(Split.TRAIN, 0).unencoded().clips(Split.TRAIN, 256)");
    }

    @Test
    void aVideoThatIsMissingIsAFindingWithTheCallThatLeavesItOut() throws IOException {
        Files.delete(place.resolve("videos/c.mp4"));
        assertThat(check(questions()))
                .contains("✗ C10  ", "1 of 1 videos of TEST", "[c]")
                .contains("→ Datasets.questions(Path.of(\"" + place + "\")).presentOnly()");
        Questions present = Questions.of(Datasets.questions(place).presentOnly());
        rows("test", "c,what is it?,dog", "a,what is it?,dog");
        assertThat(check(Questions.of(Datasets.questions(place).presentOnly())))
                .contains("· C10  1 videos of TEST are missing and left out");
        assertThat(check(present)).contains("✗ C34  TEST has 0 questions; answering needs some.");
    }

    @Test
    void aVideoThatCannotBeReadTakesItsQuestionsWithIt() throws IOException {
        spoil("a");
        assertThat(check(questions())).contains("✗ C30  1 of 2 clips of TRAIN cannot be read");
        Questions skipping = questions().unreadable(UnreadableClips.SKIP);
        assertThat(check(skipping)).contains("! C30  1 of 2 clips of TRAIN cannot be read");
        assertThat(skipping.asked(Split.TRAIN)).hasSize(1);
        assertThat(skipping.describe().cell(0, 1)).isEqualTo("1");
        assertThatThrownBy(() -> questions().limit(1).only(Split.TRAIN).sample(1).show())
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C30", "a.mp4", "UnreadableClips.SKIP");
        spoil("b");
        assertThat(check(questions().unreadable(UnreadableClips.SKIP)))
                .contains(
                        "✗ C35  None of the 2 clips of TRAIN can be read, and those that cannot are left out: nothing is left.");
    }
}
