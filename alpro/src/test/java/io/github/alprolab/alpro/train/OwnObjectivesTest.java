package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.WorkedExamples;
import io.github.alprolab.alpro.objective.Written;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.trained.Export;
import io.github.alprolab.alpro.weights.WeightFile;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings with objectives that are none of the published ones. */
class OwnObjectivesTest {
    private static final Written ORDER = WorkedExamples.frameOrder();
    private static final Written DISTILLATION = WorkedExamples.momentumDistillation();

    @TempDir Path folder;
    private SmallPretraining training;

    @BeforeEach
    void objectives() throws IOException {
        training = new SmallPretraining(folder).with(Objective.VTC, ORDER, DISTILLATION);
    }

    @Test
    void theyAreToldWithTheOthersAndGoOnExactlyWhereTheyStopped() throws IOException {
        SmallPretraining.Heard straight = training.run("straight");
        training.with(SmallPretraining.config(6).with(TrainConfig.CHECKPOINT, 3));
        SmallPretraining.Heard stopped = training.run("broken", 5);
        SmallPretraining.Heard resumed = training.run("broken");

        List<StepReport> both = new ArrayList<>(stopped.steps());
        both.addAll(resumed.steps());
        assertThat(both)
                .extracting(OwnObjectivesTest::figures)
                .isEqualTo(straight.steps().stream().map(OwnObjectivesTest::figures).toList());
        assertThat(straight.steps().get(0).values().keySet())
                .extracting(Metric::name)
                .startsWith(
                        "TOTAL_LOSS", "VTC_LOSS", "FRAME_ORDER_LOSS", "MOMENTUM_DISTILLATION_LOSS")
                .contains("FRAME_ORDER_ACCURACY");
    }

    @Test
    void theirParametersAreInCheckpointsAndNotInExports() throws IOException {
        Path last = training.run("run", 5).outcome().last();
        Path exported = folder.resolve("out.safetensors");
        Export.write(last, exported);

        assertThat(tensors(last).keySet())
                .contains(
                        "objectives.frame_order.order.weight",
                        "objectives.frame_order.order.bias",
                        "objectives.momentum_distillation.teacher.temp");
        assertThat(tensors(exported).keySet())
                .contains("temp", "itm_head.weight")
                .noneMatch(name -> name.startsWith("objectives"));
        try (Retriever retrieval =
                Retriever.load(
                        last,
                        new RetrievalInput(2, 32, 12, PositionRule.GRID),
                        FrameCache.ofBytes(0),
                        DeviceChoice.CPU)) {
            assertThat(retrieval.config().video().frames()).isEqualTo(2);
        }
    }

    @Test
    void aTeacherThatNeverMovesKeepsTheFirstWeightsAndOneWithoutMomentumHasTheModels()
            throws IOException {
        training.with(Objective.VTC, DISTILLATION.option("momentum", 1));
        Map<String, float[]> still = tensors(training.run("still", 6).outcome().last());
        training.with(Objective.VTC, DISTILLATION.option("momentum", 0));
        Map<String, float[]> close = tensors(training.run("close", 6).outcome().last());

        String teacher = "objectives.momentum_distillation.teacher.";
        String weight = "vision_proj.weight";
        assertThat(still.get(teacher + weight)).isNotEqualTo(still.get(weight));
        assertThat(close.get(teacher + weight)).isEqualTo(close.get(weight));
        assertThat(close.get(weight)).isEqualTo(close.get(teacher + weight));
    }

    @Test
    void aTeacherWithTheModelsWeightsAndNoShareIsVtc() throws IOException {
        training.with(Objective.VTC, DISTILLATION.option("share", 0));
        StepReport first = training.run("run", 1).steps().get(0);

        assertThat(first.values().get(DISTILLATION.lossMetric()))
                .isCloseTo(first.values().get(Metric.VTC_LOSS), within(1e-5));
    }

    @Test
    void anObjectiveThatIsAddedShiftsNoDrawOfTheOthers() throws IOException {
        training.with(Objective.VTC);
        double alone = training.run("alone", 1).all(Metric.VTC_LOSS).get(0);
        training.with(Objective.VTC, ORDER);

        assertThat(training.run("beside", 1).all(Metric.VTC_LOSS)).containsExactly(alone);
    }

    private static Map<String, Double> figures(StepReport report) {
        Map<String, Double> figures = new HashMap<>();
        report.values().forEach((metric, value) -> figures.put(metric.name(), value));
        Metric.ofTime().forEach(m -> figures.remove(m.name()));
        return figures;
    }

    private static Map<String, float[]> tensors(Path file) throws IOException {
        Map<String, float[]> all = new HashMap<>();
        WeightFile.tensors(file).read(t -> all.put(t.name(), t.values()));
        return all;
    }
}
