package io.github.alprolab.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of questions as users have them; the videos are empty files, since none is decoded. */
class RealQuestionsTest {
    private static final String MSVD =
            "[{\"answer\":\"nut\",\"id\":7,\"question\":\"what is eaten?\",\"video_id\":2}]";

    @TempDir Path place;

    private void file(String name, String text) throws IOException {
        Path file = place.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> brief(AskedVideos data, Split split) {
        return data.asked(split).stream()
                .map(q -> q.clip().id() + " " + q.text() + " " + q.answer())
                .toList();
    }

    @Test
    void thePublishedLinesGoFirst() throws IOException {
        file("videos/video7.mp4", "");
        file(
                "txt/train.jsonl",
                "{\"question\": \"in which room?\", \"answer\": \"kitchen\", \"video_id\": \"video7\", \"answer_type\": \"where\"}\n"
                        + "{\"question\": \"who?\", \"answer\": \"man\", \"video_id\": \"video7\", \"answer_type\": \"who\"}\n");
        file("train_qa.json", "broken");

        AskedVideos data = RealQuestions.msrvttQa(place);

        assertThat(data.asked(Split.TRAIN))
                .extracting(VideoQuestion::type)
                .containsExactly(QuestionType.WHERE, QuestionType.WHO);
        assertThat(data.asked(Split.TRAIN).get(0).clip())
                .isSameAs(data.asked(Split.TRAIN).get(1).clip());
        assertThat(data.name()).isEqualTo("MSRVTT-QA");
        assertThat(data.asked(Split.TEST)).isEmpty();
    }

    @Test
    void msrvttQaIsReadFromItsRelease() throws IOException {
        file("videos/video6513.mp4", "");
        file(
                "val_qa.json",
                "[{\"answer\": \"couch\", \"category_id\": 14, \"id\": 158581, \"question\": \"what?\", \"video_id\": 6513}]");
        file("msrvtt_qa_test.csv", "video,question,answer,qid,type\n6513,who sings,man,3,14\n");

        AskedVideos data = RealQuestions.msrvttQa(place);

        assertThat(brief(data, Split.VALIDATION)).containsExactly("video6513 what? couch");
        assertThat(brief(data, Split.TEST)).containsExactly("video6513 who sings man");
    }

    @Test
    void msvdQaFindsTheMappingInTheFolderUnlessVideosHaveNumbers() throws IOException {
        file("annotations/train_qa.json", MSVD);
        file("videos/-4wsuPCjDBc_5_15.avi", "");
        assertThatThrownBy(() -> RealQuestions.msvdQa(place))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContainingAll(
                        "train_qa.json", "by numbers", "put youtube_mapping.txt there");
        file("youtube_mapping.txt", "x_1_2 vid1\n-4wsuPCjDBc_5_15 vid2\n");
        assertThat(brief(RealQuestions.msvdQa(place), Split.TRAIN))
                .containsExactly("-4wsuPCjDBc_5_15 what is eaten? nut");
        file("videos/vid2.avi", "");
        assertThat(brief(RealQuestions.msvdQa(place), Split.TRAIN))
                .containsExactly("vid2 what is eaten? nut");
    }

    @Test
    void frameQaHasTabsAndAHeader() throws IOException {
        file("gifs/tumblr_a_250.gif", "");
        file(
                "dataset/Test_frameqa_question.csv",
                "gif_name\tquestion\tanswer\ttype\tvid_id\tkey\tdescription\n"
                        + "tumblr_a_250\twhat is placed in the cone ?\tcookie\t0\tFRAMEQA1159\t27138\ta cookie , \"big\" .\n");

        AskedVideos data = RealQuestions.tgifQa(place);

        assertThat(brief(data, Split.TEST))
                .containsExactly("tumblr_a_250 what is placed in the cone ? cookie");
        assertThat(data.asked(Split.TEST).get(0).question().id()).isEqualTo("FRAMEQA1159");
        assertThat(data.asked(Split.TRAIN)).isEmpty();
        assertThat(
                        AnnotationCounts.of(place.resolve("dataset/Test_frameqa_question.csv"))
                                .get(0)
                                .kind())
                .isEqualTo(AnnotationKind.TGIF_QA);
    }

    @Test
    void multipleChoicesOfTgifAreRefused() throws IOException {
        file(
                "Test_action_question.csv",
                "gif_name\tquestion\ta1\ta2\ta3\ta4\ta5\tanswer\tvid_id\tkey\n"
                        + "tumblr_a\tWhat does she do 4 times ?\tflick\trun\teat\tsit\tpat\t2\tACTION1\t5\n");
        Path file = place.resolve("Test_action_question.csv");
        assertThat(AnnotationKind.of(file)).isEqualTo(AnnotationKind.MULTIPLE_CHOICE);
        assertThatThrownBy(() -> QuestionFiles.tgifQa(file).toList())
                .hasMessageContaining("a multiple choice");
    }

    @Test
    void ownQuestionsComeAsLinesListsAndTables() throws IOException {
        file("a.mp4", "");
        file("train.jsonl", "{\"video\": \"a\", \"question\": \"who?\", \"answer\": \"he\"}\n");
        file("val.tsv", "video\tquestion\tanswer\na\twhere?\there\n");
        file("test.csv", "video_id,question,answer\na.mp4,how?,so\n");

        AskedVideos data = RealQuestions.own(place);

        assertThat(brief(data, Split.TRAIN)).containsExactly("a who? he");
        assertThat(brief(data, Split.VALIDATION)).containsExactly("a where? here");
        assertThat(brief(data, Split.TEST)).containsExactly("a.mp4 how? so");
        assertThat(data.name()).isEqualTo(place.getFileName().toString());
        for (String name : List.of("train.jsonl", "val.tsv", "test.csv")) {
            assertThat(AnnotationCounts.of(place.resolve(name)))
                    .singleElement()
                    .matches(c -> c.kind().title().endsWith("of questions"))
                    .matches(c -> c.rows() == 1);
        }
    }

    @Test
    void aVideoThatIsMissingIsNamedOnceAndCanBeLeftOut() throws IOException {
        file("videos/a.mp4", "");
        file("test.csv", "video,question,answer\na,who?,he\ngone,who?,she\ngone,how?,so\n");
        AskedVideos data = RealQuestions.own(place);
        assertThatThrownBy(() -> data.asked(Split.TEST))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContainingAll(
                        "1 of 2 videos of TEST",
                        "[gone]",
                        "leave their questions out",
                        ".presentOnly()");
        assertThat(data.missing(Split.TEST)).containsExactly("gone");
        assertThat(brief(data.presentOnly(), Split.TEST)).containsExactly("a who? he");
        assertThat(data.presentOnly()).isNotEqualTo(data);
        assertThat(data.presentOnly().presentOnly()).isEqualTo(data.presentOnly());
    }

    @Test
    void theHashChangesWithAnAnswerAndWithAVideo() throws IOException {
        file("a.mp4", "");
        file("test.csv", "video,question,answer\na,who?,he\n");
        String before = RealQuestions.own(place).hash();
        assertThat(RealQuestions.own(place).hash()).isEqualTo(before);
        file("test.csv", "video,question,answer\na,who?,she\n");
        String other = RealQuestions.own(place).hash();
        file("a.mp4", "longer");
        assertThat(List.of(before, other, RealQuestions.own(place).hash())).doesNotHaveDuplicates();
    }

    @Test
    void twoQuestionsOfOneIdAreAFault() throws IOException {
        file("a.mp4", "");
        file("test.csv", "video,id,question,answer\na,1,who?,he\na,1,how?,so\n");
        assertThatThrownBy(() -> RealQuestions.own(place))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("two questions of TEST");
    }

    @Test
    void anEmptyFolderIsToldWhatBelongsInIt() {
        assertThatThrownBy(() -> RealQuestions.msrvttQa(place))
                .hasMessageContainingAll("train_qa.json", "Datasets.list()");
        assertThatThrownBy(() -> RealQuestions.tgifQa(place))
                .hasMessageContaining("Train_frameqa_question.csv");
        assertThatThrownBy(() -> RealQuestions.own(place))
                .hasMessageContaining("with video, question and answer");
    }
}
