package io.github.alprolab.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class QuestionFilesTest {
    @TempDir Path place;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(place.resolve(name), text);
    }

    private static List<Question> all(Stream<Question> rows) {
        try (rows) {
            return rows.toList();
        }
    }

    @Test
    void readsThePublishedLinesWithTheirTypes() throws IOException {
        Path jsonl =
                file(
                        "val.jsonl",
                        """
                        {"question": "what is a man doing?", "answer": "cook", "video_id": "video7", "answer_type": "what"}
                        {"question": "in which room?", "answer": "kitchen", "video_id": "video7", "answer_type": "where"}
                        """);
        assertThat(all(QuestionFiles.published(jsonl)))
                .containsExactly(
                        new Question(
                                "1", "video7", "what is a man doing?", "cook", QuestionType.WHAT),
                        new Question(
                                "2", "video7", "in which room?", "kitchen", QuestionType.WHERE));
    }

    @Test
    void namesTheVideosOfMsrvttQaInJsonAndCsv() throws IOException {
        Path json =
                file(
                        "val_qa.json",
                        "[{\"answer\": \"couch\", \"category_id\": 14, \"id\": 158581, \"question\": \"what are three people sitting on?\", \"video_id\": 6513}]");
        Path csv =
                file(
                        "val.csv",
                        "video,question,answer,qid,type\n6513,what are three people sitting on?,couch,158581,14\n");
        Question question =
                new Question(
                        "158581",
                        "video6513",
                        "what are three people sitting on?",
                        "couch",
                        QuestionType.WHAT);
        assertThat(all(QuestionFiles.msrvttQa(json))).containsExactly(question);
        assertThat(all(QuestionFiles.msrvttQa(csv))).containsExactly(question);
    }

    @Test
    void joinsMsvdQaWithTheNamesOfItsVideos() throws IOException {
        VideoNames names =
                VideoNames.read(file("mapping.txt", "-4wsuPCjDBc_5_15 vid1\nx_1_2 vid2"));
        Path json =
                file(
                        "qa.json",
                        "[{\"answer\":\"animal\",\"id\":0,\"question\":\"who eats?\",\"video_id\":1},"
                                + "{\"answer\":\"nut\",\"id\":1,\"question\":\"what?\",\"video_id\":3}]");
        try (Stream<Question> rows = QuestionFiles.msvdQa(json, names)) {
            assertThat(rows.findFirst())
                    .contains(
                            new Question(
                                    "0",
                                    "-4wsuPCjDBc_5_15",
                                    "who eats?",
                                    "animal",
                                    QuestionType.WHO));
        }
        assertThatThrownBy(() -> all(QuestionFiles.msvdQa(json, names)))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("row 2, column \"video_id\": is 3, which the mapping of 2");
    }

    @Test
    void readsATable() {
        Table table =
                Table.create(
                        "mine",
                        StringColumn.create("video", "a"),
                        StringColumn.create("question", "When does it rain?"),
                        StringColumn.create("answer", "at night"));
        assertThat(all(QuestionFiles.table(table)))
                .containsExactly(
                        new Question(
                                "1", "a", "When does it rain?", "at night", QuestionType.WHEN));
    }

    @Test
    void readsThePublishedLabelsOfAnswers() throws IOException {
        AnswerLabels labels =
                AnswerLabels.read(file("l.json", "{\"man\": 1, \"cook\": 0, \"a b\": 2}"));
        assertThat(labels.answers()).containsExactly("cook", "man", "a b");
        assertThat(labels.index("man")).hasValue(1);
        assertThat(labels.index("unheard")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "what is it,WHAT",
        "Who's there,WHO",
        "how many,HOW",
        "whatever,OTHER",
        "'',OTHER",
        "where,WHERE",
        " when ,WHEN"
    })
    void theFirstWordTellsTheType(String question, QuestionType type) {
        assertThat(QuestionType.of(question)).isEqualTo(type);
    }
}
