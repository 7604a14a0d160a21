package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.figure.StepSheet;
import io.github.alprolab.dsl.record.MetricLog;
import io.github.alprolab.dsl.table.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the objectives see of a few clips. */
class StepLookTest extends OnTrainedModel {
    @Test
    void theLossesAreThoseOfTheFirstUpdateOfATraining() {
        Pretraining training = training().trainer(t -> t.epochs(1).batch(2));
        training = training.pairs(training.pairs().limit(2));
        List<Clip> clips = training.pairs().only(Split.TRAIN).sample(2).list();
        Map<String, Double> first = firstUpdate(training.run().folder());
        assertThat(first).hasSize(5);
        // The update shuffles its two clips, so one of both orders is its own.
        assertThat(
                        Stream.of(
                                losses(training, clips.get(0), clips.get(1)),
                                losses(training, clips.get(1), clips.get(0))))
                .anyMatch(seen -> alike(seen, first));
    }

    @Test
    void everyObjectiveTellsWhatItSawAndNothingIsWritten() throws IOException {
        Clips clips = training().pairs().only(Split.TRAIN).sample(4);
        List<Path> before = files();
        StepLook look = training().look(clips, trained.checkpoint());
        StepSheet sheet = (StepSheet) look.clips().picture();
        assertThat(sheet.rows()).hasSize(4);
        assertThat(sheet.rows().get(0).box()).isPresent();
        assertThat(sheet.words())
                .contains("MLM: ", "VTM: clip with its text: match", "text with clip")
                .contains("PEM: prompter: ", "model: ");
        assertThat(look.words().rows()).isPositive();
        assertThat(look.losses().tablesaw().doubleColumn("value").asList())
                .allMatch(Double::isFinite);
        assertThat(training().look(clips, trained.checkpoint())).hasToString(look.toString());
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void objectivesThatTakeNoPartHaveNoPartInTheFigure() {
        StepLook look =
                training()
                        .losses(Losses.of(Objective.VTC))
                        .look(training().pairs().only(Split.TRAIN).sample(2));
        StepSheet sheet = (StepSheet) look.clips().picture();
        assertThat(sheet.rows()).allMatch(r -> r.parts().isEmpty() && r.box().isEmpty());
        assertThat(look.losses().rows()).isEqualTo(2);
    }

    @Test
    void oneClipAndAMissingPrompterAreRefused() {
        Clips one = training().pairs().only(Split.TRAIN).sample(1);
        assertThatThrownBy(() -> training().look(one)).hasMessageStartingWith("C40");
        Clips two = training().pairs().only(Split.TRAIN).sample(2);
        Pretraining alone =
                Experiment.pretraining("alone").pairs(trained.test()).encoders(Tiny.ENCODERS);
        assertThatThrownBy(() -> alone.look(two)).hasMessageStartingWith("C01");
    }

    private static Pretraining training() {
        Pairs pairs = Tiny.pairs(folder.resolve("cache"));
        return Experiment.pretraining("looked-at")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .losses(l -> l.pem(p -> p.ignoreBelow(0)).mlm(m -> m.maskProbability(0.4)))
                .prompter(
                        Prompter.from(Runs.latest("teacher").best())
                                .entities(Entities.nouns(pairs.only(Split.TRAIN)).top(10)))
                .trainer(Tiny.TRAINER);
    }

    private static Map<String, Double> losses(Pretraining training, Clip first, Clip second) {
        DataTable table = training.look(new Clips(List.of(first, second))).losses();
        Map<String, Double> all = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            String name = table.cell(row, 0).toUpperCase().replace(' ', '_');
            if (name.endsWith("_LOSS")) {
                all.put(name, table.tablesaw().doubleColumn("value").getDouble(row));
            }
        }
        return all;
    }

    private static Map<String, Double> firstUpdate(Path run) {
        Map<String, Double> all = new TreeMap<>();
        MetricLog.read(run.resolve("metrics.csv")).stream()
                .filter(r -> r.step() == 1 && r.split().equals("TRAIN"))
                .filter(r -> r.metric().endsWith("_LOSS"))
                .forEach(r -> all.put(r.metric(), r.value()));
        return all;
    }

    private static boolean alike(Map<String, Double> seen, Map<String, Double> told) {
        return seen.keySet().equals(told.keySet())
                && told.entrySet().stream()
                        .allMatch(e -> Math.abs(e.getValue() - seen.get(e.getKey())) < 1e-5);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("runs"))) {
            return all.sorted().toList();
        }
    }
}
