package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.figure.AnswerSheet;
import io.github.alprolab.dsl.listening.TensorBoard;
import io.github.alprolab.dsl.record.MetricLog;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.table.DataTable;
import io.github.alprolab.dsl.training.Smoke;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fine-tuning on questions at a size of seconds, and all that its run answers with. */
class VideoQaTest {
    @TempDir static Path folder;
    private static Questions questions;
    private static Checkpoint teacher;
    private static VideoQaRun run;

    @BeforeAll
    static void trainOnce() {
        Tiny.keepRunsIn(folder.resolve("runs"));
        Pairs pairs = Tiny.pairs(folder.resolve("cache"));
        questions =
                Questions.of(
                                Datasets.movingSprites()
                                        .clips(Split.TRAIN, 32)
                                        .clips(Split.VALIDATION, 16)
                                        .clips(Split.TEST, 16)
                                        .cache(folder.resolve("cache")))
                        .answers(Answers.top(12))
                        .frames(2)
                        .size(32);
        teacher =
                Experiment.prompter("teacher")
                        .pairs(pairs)
                        .encoders(Tiny.ENCODERS)
                        .trainer(Tiny.TRAINER)
                        .run()
                        .best();
        run = fromTeacher("qa").run();
    }

    @AfterAll
    static void forget() {
        if (run != null) {
            run.close();
        }
        Tiny.forgetRuns();
    }

    private static VideoQa fromTeacher(String name) {
        return Experiment.videoQa(name).questions(questions).from(teacher).trainer(Tiny.TRAINER);
    }

    @Test
    void theModelIsLookedIntoByTheWordsOfAQuestionAndHasLearnedNoOther() {
        Clip clip = Tiny.pairs(folder.resolve("cache")).only(Split.TEST).sample(1).get(0);
        Model model = run.model();

        assertThat(model.attention(clip).picture().words()).contains("share up to");
        assertThat(model.wordToPatch(clip, "what moves left?", "what").title())
                .startsWith("Where “what” looks");
        assertThatThrownBy(() -> model.fillMask(clip, "a [MASK] moves left"))
                .hasMessageStartingWith("C40");
        assertThatThrownBy(() -> run.similarity(Tiny.pairs(folder).sample(2)))
                .hasMessageStartingWith("C40");
    }

    @Test
    void aFineTuningIsTriedOutAndLeavesNoTrace() {
        VideoQa tried = fromTeacher("tried");
        Smoke smoke = tried.smoke();

        assertThat(folder.resolve("runs/tried")).doesNotExist();
        assertThat(smoke.figures().random()).isFalse();
        assertThat(smoke.losses().toString()).contains("Answer loss");
        assertThat(smoke.report().all().toString()).contains("C42  The fusion encoder gets");
        assertThat(tried.check().toString()).contains("(measured by smoke())");
    }

    @Test
    void anExportedModelComesBackWithItsAnswers() {
        Checkpoint best = run.best();
        for (String name : List.of("answers.pt", "answers.safetensors")) {
            Path file = folder.resolve(name);
            best.export(file);
            Checkpoint back = Checkpoint.alpro(file);

            assertThat(back.kind()).isEqualTo("answering");
            assertThat(back.manifest().entities()).isEqualTo(questions.vocabulary().answers());
            VideoQa further = Experiment.videoQa("further").questions(questions).from(back);
            assertThat(further.check().all().toString())
                    .contains("it tells the same " + questions.vocabulary().size() + " answers");
        }
    }

    @Test
    void metricsStandBesideTheirFloorAndWithTheirInterval() {
        DataTable metrics = run.metrics();
        int asked = questions.asked(Split.TEST).size();

        assertThat(metrics.columns())
                .containsExactly(
                        "questions",
                        "number",
                        "right",
                        "accuracy",
                        "95 % interval",
                        "majority answer",
                        "above it");
        assertThat(metrics.title()).contains("TEST", "by Wilson", "ceiling");
        assertThat(metrics.cell(0, 0)).isEqualTo("all");
        assertThat(metrics.cell(0, 1)).isEqualTo(Integer.toString(asked));
        assertThat(metrics.show().part(Part.METRICS).orElseThrow().content())
                .contains("\"qa_accuracy\"", "\"majority\"", "\"ceiling\"", "\"types\"", "\"how\"");
        assertThat(run.results().rows()).isEqualTo(asked);
        assertThat(run.scored()).extracting(Scored::split).containsOnly("TEST");
    }

    @Test
    void everyRowIsAQuestionOfTheDataSetWithItsRightAnswer() {
        DataTable results = run.results();
        List<VideoQuestion> asked = questions.asked(Split.TEST);
        long right = 0;
        for (int i = 0; i < asked.size(); i++) {
            assertThat(results.cell(i, 2)).isEqualTo(asked.get(i).text());
            assertThat(results.cell(i, 3)).isEqualTo(asked.get(i).answer());
            assertThat(run.answers()).contains(results.cell(i, 4));
            right += results.cell(i, 4).equals(asked.get(i).answer()) ? 1 : 0;
        }
        assertThat(run.metrics().cell(0, 2)).isEqualTo(Long.toString(right));
    }

    @Test
    void curvesHaveFloorAndCeiling() {
        String words = run.curves().picture().words();
        assertThat(words).contains("Answer loss", "Answer accuracy");
        assertThat(words).contains("majority answer = ", "ceiling = ", "chance ln C = 2.48");
    }

    @Test
    void figuresShowTypesConfusionsExamplesAndConfidentMistakes() {
        assertThat(run.byType().picture().words())
                .contains("all ", "how ", "majority answer", "ceiling");
        assertThat(run.confusion(5).picture().table().rows()).isPositive();
        AnswerSheet misses = (AnswerSheet) run.misses(3).picture();
        assertThat(misses.cards()).hasSize(3);
        assertThat(misses.cards())
                .isSortedAccordingTo(
                        (a, b) ->
                                Double.compare(
                                        b.guesses().get(0).probability(),
                                        a.guesses().get(0).probability()))
                .allMatch(c -> !c.guesses().get(0).answer().equals(c.truth().orElseThrow()));
        AnswerSheet examples = (AnswerSheet) run.examples(4).picture();
        assertThat(examples.cards()).hasSize(4);
        assertThat(
                        examples.cards().stream()
                                .filter(
                                        c ->
                                                c.guesses()
                                                        .get(0)
                                                        .answer()
                                                        .equals(c.truth().orElseThrow())))
                .hasSize(2);
    }

    @Test
    void aQuestionIsAskedAboutAClipAndJudgedWhereItsAnswerIsKnown() {
        VideoQuestion known = questions.asked(Split.TEST).get(0);
        Clip clip = questions.clip(Split.TEST, known.clip().id());

        String words = run.ask(clip, known.text()).picture().words();
        assertThat(words).contains(known.text()).containsAnyOf("✓ right", "✗ wrong");
        assertThat(run.ask(clip, "what did nobody ask?").picture().words())
                .doesNotContain("✓", "✗");
        assertThatThrownBy(() -> run.ask(clip, " "))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("blank");
    }

    @Test
    void clipsAndQuestionsOfOnesOwnGiveATable() {
        Pairs pairs = Tiny.pairs(folder.resolve("cache")).only(Split.TEST);
        DataTable table = run.predict(pairs.sample(3), List.of("what moves?", "how many animals?"));

        assertThat(table.rows()).isEqualTo(6);
        assertThat(table.columns())
                .startsWith("clip", "question", "answer", "probability", "answer 2");
        assertThat(run.answers()).contains(table.cell(0, 2));
        assertThat(run.predict(pairs.limit(2), List.of("what moves?")).rows()).isEqualTo(2);
    }

    @Test
    void theVideosOfAFolderAreAskedAbout() throws IOException {
        Path films = Files.createDirectories(folder.resolve("films"));
        Path video;
        try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
            video = all.filter(f -> f.toString().endsWith(".mp4")).findFirst().orElseThrow();
        }
        Files.copy(video, films.resolve("mine.mp4"));
        Files.writeString(films.resolve("notes.txt"), "no video");
        DataTable table = run.predict(Clips.folder(films), "what moves?");

        assertThat(table.rows()).isEqualTo(1);
        assertThat(table.cell(0, 0)).isEqualTo("mine.mp4");
        assertThat(run.answers()).contains(table.cell(0, 2));
        Files.writeString(films.resolve("broken.mp4"), "no video either");
        assertThatThrownBy(() -> run.predict(Clips.folder(films), "what moves?"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("broken.mp4");
        assertThatThrownBy(() -> Clips.folder(folder.resolve("nowhere")))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("is no folder");
    }

    @Test
    void anExportedCheckpointIsReadBackWithItsAnswersAndGoesOn() {
        Path exported = folder.resolve("answering.safetensors");
        run.best().export(exported);
        VideoQa on = Experiment.videoQa("on").questions(questions).from(Checkpoint.alpro(exported));

        assertThat(on.check().all().toString()).contains("is kept, it tells the same 12 answers");
    }

    @Test
    void aRunThatIsOpenedAnswersFromItsFolderWithoutAnyCompute() {
        VideoQaRun opened = (VideoQaRun) Runs.open(run.folder());

        assertThat(opened.metrics().show().plain()).isEqualTo(run.metrics().show().plain());
        assertThat(opened.answers()).isEqualTo(questions.vocabulary().answers());
        assertThat(((VideoQaRun) Runs.latest("qa")).folder()).isEqualTo(run.folder());
        VideoQaRun withoutClips = new VideoQaRun(new RunFolder(run.folder()));
        assertThatThrownBy(() -> withoutClips.examples(2))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("run.questions(");
        assertThat(opened.examples(2).picture().words())
                .as("the record's code rebuilds the questions")
                .isEqualTo(run.examples(2).picture().words());
        assertThat(withoutClips.questions(questions).examples(2).picture().words())
                .isEqualTo(run.examples(2).picture().words());
        assertThat(fromTeacher("qa").run().folder()).isEqualTo(run.folder());
    }

    @Test
    void theCheckSaysWhatIsNewAndWhatIsFromTheCheckpoint() {
        Report report = fromTeacher("qa").check();

        assertThat(report.passed()).isTrue();
        assertThat(report.findings())
                .anyMatch(f -> f.code().equals("C14") && f.text().contains("new (12 answers)"))
                .anyMatch(f -> f.code().equals("C15") && f.text().contains("2 frames"));
        VideoQa on = Experiment.videoQa("on").questions(questions).from(run.best());
        assertThat(on.check().findings())
                .anyMatch(f -> f.text().contains("is kept, it tells the same 12 answers apart"));
        VideoQa other =
                Experiment.videoQa("other")
                        .questions(questions.answers(Answers.top(9)))
                        .from(run.best());
        assertThat(other.check().findings())
                .anyMatch(f -> f.text().contains("classifier.* is new (9 answers)"));
        VideoQa frozen =
                Experiment.videoQa("frozen")
                        .questions(questions)
                        .encoders(Tiny.ENCODERS)
                        .freezing(Freezing.LIKE_REFERENCE_CODE);
        assertThat(frozen.check().findings())
                .anyMatch(f -> f.text().contains("at random and stay"));
        VideoQa nothing =
                Experiment.videoQa("nothing").questions(questions.only(Split.TEST)).from(teacher);
        assertThatThrownBy(nothing::run).hasMessageContaining("TRAIN has 0 questions");
    }

    @Test
    void aStoppedRunGoesOnToTheSameAnswers() throws IOException {
        String before = System.getProperty("alprolab.runs");
        System.setProperty("alprolab.runs", folder.resolve("stopped").toString());
        Tiny.Listener.offered(5);
        VideoQaRun stopped = fromTeacher("qa").run();
        assertThat(stopped.state().state()).isEqualTo(RunState.INTERRUPTED);
        assertThatThrownBy(stopped::metrics).hasMessageContaining("not answered");
        Tiny.Listener.offered(Integer.MAX_VALUE);
        VideoQaRun resumed = fromTeacher("qa").run();

        assertThat(resumed.folder()).isEqualTo(stopped.folder());
        assertThat(answers(resumed)).isEqualTo(answers(run));
        assertThat(Tiny.figures(resumed.folder())).isEqualTo(Tiny.figures(run.folder()));
        System.setProperty("alprolab.runs", before);
    }

    @Test
    void aRunOfANameIsFoundAmongThoseThatAnswer() {
        VideoQaRun found = Runs.videoQa("qa");

        assertThat(found.folder()).isEqualTo(run.folder());
        assertThat(found.results().toString()).isEqualTo(run.results().toString());
        assertThatThrownBy(() -> Runs.videoQa("teacher"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("“teacher”, which is a prompter")
                .hasMessageContaining("Runs.prompter(\"teacher\")");
    }

    @Test
    void itIsReproducedToTheLastBitAndTensorBoardListens() throws IOException {
        String before = System.getProperty("alprolab.runs");
        Path board = folder.resolve("board");
        Tiny.keepRunsIn(folder.resolve("elsewhere"));
        try {
            VideoQaRun heard = fromTeacher("qa").run(TensorBoard.into(board));
            assertThat(Tiny.figures(heard.folder())).isEqualTo(Tiny.figures(run.folder()));

            Reproduction again = Runs.open(heard.folder()).reproduce();
            assertThat(again.isExact()).as(again.toString()).isTrue();
            assertThat(answers((VideoQaRun) again.run())).isEqualTo(answers(run));
        } finally {
            System.setProperty("alprolab.runs", before);
        }
        try (Stream<Path> files = Files.walk(board)) {
            String told =
                    files.filter(Files::isRegularFile)
                            .map(VideoQaTest::text)
                            .collect(Collectors.joining());
            assertThat(told).contains("ANSWER_LOSS", "ANSWER_ACCURACY");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void accuracyIsShownWhileItTrains() {
        Tiny.Listener news = Tiny.Listener.offered(Integer.MAX_VALUE);
        VideoQaRun again = fromTeacher("qa").again();

        assertThat(news.states.get(0).toString()).contains("accuracy of the batch");
        assertThat(news.states.get(news.states.size() - 1).toString())
                .contains("on VALIDATION", "floor", "ceiling");
        double last =
                MetricLog.read(again.folder().resolve("metrics.csv")).stream()
                        .filter(r -> r.split().equals("VALIDATION"))
                        .filter(r -> r.metric().equals("ANSWER_ACCURACY"))
                        .reduce((before, after) -> after)
                        .orElseThrow()
                        .value();
        assertThat(news.training.orElseThrow().toString())
                .contains("on VALIDATION, text=" + Numbers.percent(last) + " (floor");
    }

    @Test
    void itsCheckpointDescribesItself() {
        assertThat(run.best().kind()).isEqualTo("answering");
        assertThat(run.best().describe().show().plain())
                .contains("answering", "12", "validation answer accuracy");
    }

    @Test
    void equalSettingsAreEqualAndTheirCodeSaysThem() {
        VideoQa one = fromTeacher("qa").freezing(Freezing.LIKE_REFERENCE_CODE);

        assertThat(one).isEqualTo(fromTeacher("qa").freezing(Freezing.LIKE_REFERENCE_CODE));
        assertThat(one).isNotEqualTo(fromTeacher("qa"));
        assertThat(one.hash()).isNotEqualTo(fromTeacher("qa").hash());
        assertThat(fromTeacher("other-name").hash()).isEqualTo(fromTeacher("qa").hash());
        assertThat(fromTeacher("qa").device(Device.cpu()).hash())
                .isEqualTo(fromTeacher("qa").hash());
        assertThat(one.toString())
                .startsWith("Experiment.videoQa(\"qa\").questions(Questions.of(")
                .contains(".from(Checkpoint.load(", ".trainer(Trainer.adamW(0.001)")
                .endsWith(".freezing(Freezing.LIKE_REFERENCE_CODE).questionsPerClip(8)");
        assertThat(one.asPublished().toString())
                .contains("Trainer.adamW(5.0E-5)", ".likeReferenceCode()", "batch(96)");
    }

    private static String answers(VideoQaRun of) throws IOException {
        return Files.readString(of.folder().resolve("results").resolve("answers.csv"));
    }
}
