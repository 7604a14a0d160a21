package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.prompter.PromptTemplates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pre-trainings of 24 steps with dropout, in milliseconds a step; what they tell is kept. */
final class SmallPretraining {
    static final AlproConfig SIZES =
            new AlproConfig(
                    new VideoConfig(32, 8, 2, 32, 2, 4, 64, 0.1),
                    new TextConfig(10, 32, 2, 1, 4, 64, 16, 0.1),
                    16);

    private final Path folder;
    private final Path prompter;
    private final List<Objective> published;
    private List<Objective> objectives;
    private TrainConfig config = config(6);

    /** In a folder of its own, with a prompter that has seen two batches. */
    SmallPretraining(Path folder) throws IOException {
        this.folder = folder;
        this.prompter =
                PrompterTrainer.run(
                                SIZES,
                                config(1),
                                NoiseClips.data(16, 8),
                                folder.resolve("prompter"),
                                new TrainingListener() {})
                        .best();
        PromptConfig prompts =
                new PromptConfig(prompter, NoiseClips.colours(), PromptTemplates.video());
        this.published = Objective.published(prompts);
        this.objectives = published;
    }

    /** The four published objectives, PEM with its teacher. */
    List<Objective> published() {
        return published;
    }

    SmallPretraining with(Objective... others) {
        this.objectives = List.of(others);
        return this;
    }

    static TrainConfig config(int epochs) {
        return TrainConfig.adamW(3e-3)
                .with(TrainConfig.EPOCHS, epochs)
                .with(TrainConfig.BATCH, 8)
                .with(TrainConfig.DEVICE, DeviceChoice.CPU);
    }

    SmallPretraining with(TrainConfig other) {
        this.config = other;
        return this;
    }

    /** Trains in the folder {@code name} until the end. */
    Heard run(String name) throws IOException {
        return run(name, Integer.MAX_VALUE);
    }

    /** Trains until {@code stopAfter} steps were heard of. */
    Heard run(String name, int stopAfter) throws IOException {
        Hearing hearing = new Hearing(stopAfter);
        TrainingOutcome outcome =
                Pretrainer.run(
                        SIZES,
                        objectives,
                        config,
                        NoiseClips.data(32, 8),
                        folder.resolve(name),
                        hearing);
        return hearing.heard(outcome);
    }

    /** Keeps what a training tells, and stops it after some steps. */
    static final class Hearing implements TrainingListener {
        private final List<StepReport> steps = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final int stopAfter;

        Hearing(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public void note(String message) {
            notes.add(message);
        }

        @Override
        public void step(StepReport report) {
            steps.add(report);
        }

        @Override
        public boolean stopRequested() {
            return steps.size() >= stopAfter;
        }

        Heard heard(TrainingOutcome outcome) {
            return new Heard(steps, notes, outcome);
        }
    }

    /** What a training told its listener, and how it ended. */
    record Heard(List<StepReport> steps, List<String> notes, TrainingOutcome outcome) {
        List<Double> losses() {
            return all(Metric.TOTAL_LOSS);
        }

        List<Double> all(Metric quantity) {
            return steps.stream().map(s -> s.values().get(quantity)).toList();
        }
    }
}
