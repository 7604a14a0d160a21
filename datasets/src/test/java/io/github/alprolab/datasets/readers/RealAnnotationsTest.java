package io.github.alprolab.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The real files agree with the counts that are known of them; printed as one table. */
class RealAnnotationsTest {
    private static Path file(String name) {
        return Samples.require("annotations").resolve(name);
    }

    @Test
    void everyFileIsRecognisedAndHasTheKnownCounts() throws IOException {
        List<AnnotationCounts> counts =
                AnnotationCounts.files(Samples.require("annotations")).stream()
                        .flatMap(file -> AnnotationCounts.of(file).stream())
                        .toList();
        assertThat(counts.stream().map(RealAnnotationsTest::line))
                .containsExactlyInAnyOrder(
                        "msvd_captions.json  1970 1970 80827",
                        "msvd_train_list.txt  1200 1200 0",
                        "msvd_val_list.txt  100 100 0",
                        "msvd_test_list.txt  670 670 0",
                        "msvd_qa_train.json  30933 1161 30933",
                        "msvd_qa_val.json  6415 245 6415",
                        "msvd_qa_test.json  13157 504 13157",
                        "msvd_youtube_mapping.txt  1970 1970 0",
                        "msrvtt_qa_val.csv  12278 497 12278",
                        "xpool~data~MSRVTT~MSRVTT_JSFUSION_test.csv  1000 1000 1000",
                        "xpool~data~MSRVTT~MSRVTT_train.7k.csv  7010 7010 0",
                        "xpool~data~MSRVTT~MSRVTT_train.9k.csv  9000 9000 0",
                        "msrvtt_retrieval_sample.json train 200 196 200",
                        "msrvtt_retrieval_sample.json val 50 50 50",
                        "msrvtt_retrieval_sample.json test 50 50 50",
                        "didemo_val_data.json  4180 1094 4180",
                        "didemo_test_data.json  4021 1037 4021",
                        "webvid_sample.json train 400 400 400",
                        "webvid_sample.json val 50 50 50",
                        "cc3m_sample.json train 400 400 400",
                        "cc3m_sample.json val 50 50 50");
    }

    private static String line(AnnotationCounts c) {
        return "%s %s %d %d %d".formatted(c.file(), c.part(), c.rows(), c.videos(), c.texts());
    }

    @Test
    void theListsOfMsvdDivideItsCaptions() {
        Set<String> train = VideoLists.read(file("msvd_train_list.txt"));
        Set<String> test = VideoLists.read(file("msvd_test_list.txt"));
        assertThat(SplitOverlap.names(train, test)).isEmpty();
        try (Stream<VideoCaptions> rows = CaptionFiles.msvd(file("msvd_captions.json"))) {
            long captions =
                    rows.filter(row -> test.contains(row.video()))
                            .mapToLong(row -> row.captions().size())
                            .sum();
            assertThat(captions).isEqualTo(27763);
        }
    }

    @Test
    void theTrainingListsOfMsrvttShareNothingWithTheTestButMuchWithEachOther() {
        Set<String> seven = VideoLists.read(file("xpool~data~MSRVTT~MSRVTT_train.7k.csv"));
        Set<String> nine = VideoLists.read(file("xpool~data~MSRVTT~MSRVTT_train.9k.csv"));
        Set<String> test;
        try (Stream<VideoCaptions> rows =
                CaptionFiles.msrvttTest(file("xpool~data~MSRVTT~MSRVTT_JSFUSION_test.csv"))) {
            test = rows.map(VideoCaptions::video).collect(Collectors.toSet());
        }
        assertThat(SplitOverlap.names(seven, test)).isEmpty();
        assertThat(SplitOverlap.names(nine, test)).isEmpty();
        assertThat(SplitOverlap.names(seven, nine)).hasSize(7010);
    }

    @Test
    void msvdQaAsksAboutVideosOfTheCaptionsByOtherSplits() {
        VideoNames names = VideoNames.read(file("msvd_youtube_mapping.txt"));
        Set<String> captionTest = VideoLists.read(file("msvd_test_list.txt"));
        try (Stream<Question> rows = QuestionFiles.msvdQa(file("msvd_qa_val.json"), names)) {
            Set<String> asked = rows.map(Question::video).collect(Collectors.toSet());
            // Its validation split lies across the captions' validation and test lists.
            assertThat(SplitOverlap.names(asked, captionTest)).hasSize(147);
        }
    }

    @Test
    void theSharesOfQuestionTypesAreThePublishedOnes() {
        try (Stream<Question> rows = QuestionFiles.msrvttQa(file("msvd_qa_test.json"))) {
            var counts = rows.collect(Collectors.groupingBy(Question::type, Collectors.counting()));
            // Published are 8,150, 4,554, 370, 28 and 58: three questions more than this file has.
            assertThat(counts)
                    .containsEntry(QuestionType.WHAT, 8149L)
                    .containsEntry(QuestionType.WHO, 4552L)
                    .containsEntry(QuestionType.HOW, 370L)
                    .containsEntry(QuestionType.WHERE, 28L)
                    .containsEntry(QuestionType.WHEN, 58L);
        }
    }

    @Test
    void didemosSentencesBecomeOneParagraphAVideo() {
        try (Stream<VideoCaptions> rows = CaptionFiles.didemo(file("didemo_test_data.json"))) {
            List<VideoCaptions> all = rows.toList();
            assertThat(all).hasSize(1037).allMatch(row -> row.captions().size() == 1);
            assertThat(all.get(0).captions().get(0))
                    .startsWith("someone kicks the bug towards some rocks. a man in a red shirt");
        }
    }
}
