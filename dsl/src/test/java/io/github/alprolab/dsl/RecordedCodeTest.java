package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.reading.CodeException;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record may come from anybody: its code is read as data, and names nothing but settings. */
class RecordedCodeTest {
    private static final Pretraining EXPERIMENT = Quick.pretraining("read");

    @TempDir Path folder;

    private Object read(String code) {
        return RecordedCode.value(code, folder);
    }

    private RunFolder run(String code, String hash) {
        RunFolder run = new RunFolder(folder.resolve("read").resolve("12345678-1"));
        run.begin("{}", code, Map.of());
        run.status(
                RunStatus.starting(hash, Instant.EPOCH)
                        .ended(RunState.FINISHED, Instant.EPOCH, 1, ""));
        return run;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().exec(\"touch x\")",
                "java.lang.Runtime.getRuntime()",
                "new ProcessBuilder(\"touch\", \"x\").start()",
                "System.exit(1)",
                "Experiment.class",
                "\"text\".getClass()",
                "Trainer.adamW(0.1).getClass()",
                "Trainer.adamW(0.1).device().check()",
                "Runs.delete(\"all\")",
                "Runs.open(Path.of(\"x\"))",
                "Entities.of(\"a\").save(Path.of(\"x\"))",
                "Entities.file(Path.of(\"/etc/passwd\"))",
                "Path.of(\"a\").toFile()",
                "Encoders.tiny().video(v -> System)",
                "Losses.of(order)",
                "Trainer.adamW(0.1) Trainer.adamW(0.1)",
                "Trainer.adamW(0.1",
                "Trainer.adamW(99999999999)",
                "Trainer.adamW(0.1).epochs(1 + 1)",
                "Trainer[0]",
                "",
                "\"\\q\""
            })
    void whatIsNoSettingIsRefusedAndNothingIsRun(String code) {
        assertThatThrownBy(() -> read(code)).isInstanceOf(CodeException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void codeThatRunsAnExperimentIsRefused() {
        assertThatThrownBy(() -> read(EXPERIMENT + ".run()"))
                .isInstanceOf(CodeException.class)
                .hasMessage("“Pretraining.run” is no setting that a record may name");
    }

    @Test
    void everyKindOfExperimentThatTrainsIsReadFromItsCode() {
        Questions questions =
                Questions.of(Datasets.movingSprites()).answers(Answers.top(40)).frames(2).size(32);
        for (Experiment experiment :
                List.of(
                        EXPERIMENT,
                        Experiment.prompter("teacher").pairs(Quick.PAIRS).encoders(Tiny.ENCODERS),
                        Experiment.videoQa("asked")
                                .questions(questions)
                                .encoders(Tiny.ENCODERS)
                                .trainer(t -> t.epochs(3)))) {
            assertThat(read(experiment.toString())).isEqualTo(experiment);
        }
    }

    @Test
    void bracketsWithoutEndDoNotExhaustTheStack() {
        assertThatThrownBy(() -> read("Losses.of(".repeat(100_000)))
                .isInstanceOf(CodeException.class)
                .hasMessageContaining("more than 40 brackets");
        assertThatThrownBy(() -> read("\"" + "a".repeat(2_000_000) + "\""))
                .isInstanceOf(CodeException.class)
                .hasMessageContaining("more than a megabyte");
    }

    @Test
    void filesAreFoundBesideTheRunAndNowhereElse() {
        assertThat(read("Runs.path(\"a/b\")")).isEqualTo(folder.resolve("a/b"));
        assertThatThrownBy(() -> read("Runs.path(\"a/../../b\")"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("lies outside of its folder of runs");
    }

    @Test
    void whatASettingRefusesIsToldAsTheSettingTellsIt() {
        assertThatThrownBy(() -> read("Trainer.adamW(0.1).epochs(0)"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("epochs(0) is given");
    }

    @Test
    void aRecordWhoseCodeIsNotItsConfigurationIsRefused() {
        assertThat(RecordedCode.experiment(run(EXPERIMENT.toString(), EXPERIMENT.hash())))
                .isEqualTo(EXPERIMENT);
        assertThatThrownBy(
                        () -> RecordedCode.experiment(run(EXPERIMENT.toString(), "0".repeat(64))))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("its data or weights are others here");
    }

    @Test
    void anObjectiveOfASessionIsNamedWithTheWayOut() throws Exception {
        RunFolder run = run("Losses.of(order)", "0".repeat(64));
        assertThatThrownBy(() -> RecordedCode.experiment(run))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("“order” is not defined in the record")
                .hasMessageContaining("run.reproduce(experiment)");
        Files.writeString(
                run.path().resolve("experiment.java"), "var order = Objective.named(\"order\");");
        assertThatThrownBy(() -> RecordedCode.experiment(run))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("objectives, samplings and data sets of your own");
    }
}
