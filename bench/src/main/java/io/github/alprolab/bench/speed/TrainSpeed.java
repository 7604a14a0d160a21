package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.train.Pretrainer;
import io.github.alprolab.alpro.train.StepReport;
import io.github.alprolab.alpro.train.TrainingData;
import io.github.alprolab.alpro.train.TrainingJob;
import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.bench.ResidentMemory;
import io.github.alprolab.bench.training.BenchmarkFolder;
import io.github.alprolab.bench.training.BenchmarkSize;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Updates of a pre-training with all four losses and the prompter, from batches in memory: what
 * {@link Pretrainer} does, from weights at random for model and prompter.
 */
final class TrainSpeed {
    /** Far more than are measured: the learning rate only rises. */
    private static final int EPOCHS = 1_000_000;

    /** One each: prompts are encoded before the first update. */
    private static final List<String> TEMPLATES = List.of("A video of a {}.");

    private TrainSpeed() {}

    static void measure(SpeedSettings settings) throws IOException {
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            TrainingJob job = job(settings, folder.path());
            ResidentMemory.forget();
            Stopwatch watch =
                    new Stopwatch(settings.steps(), settings.input(), t -> print(settings, t));
            job.repeat(
                    new TrainingListener() {
                        private boolean enough;

                        @Override
                        public void step(StepReport report) {
                            double speed = report.values().get(Metric.CLIPS_PER_SECOND);
                            enough = !watch.goesOn(settings.batch() / speed);
                        }

                        @Override
                        public boolean stopRequested() {
                            return enough;
                        }
                    });
        }
    }

    private static void print(SpeedSettings settings, Stopwatch.Times times) {
        SpeedBenchmark.line("train", settings, times, settings.flops().trainingStep())
                .with("dropout", settings.dropout())
                .with("checkpointing", settings.checkpointing())
                .with("chunks", settings.chunks())
                .print();
    }

    private static TrainingJob job(SpeedSettings settings, Path folder) throws IOException {
        BenchmarkSize size = settings.size();
        RandomModel model = RandomModel.of(settings.config());
        ModelFile file = ModelFile.of(model.write(folder));
        List<String> entities = model.words().stream().limit(size.entities()).toList();
        return Pretrainer.job(
                () -> model,
                Objective.published(new PromptConfig(file, entities, TEMPLATES, TEMPLATES)),
                TrainConfig.adamW(1e-4)
                        .with(TrainConfig.EPOCHS, EPOCHS)
                        .with(TrainConfig.BATCH, settings.batch())
                        .with(TrainConfig.PRECISION, settings.precision())
                        .with(TrainConfig.CHUNKS, settings.chunks())
                        .with(TrainConfig.GRADIENT_CHECKPOINTING, settings.checkpointing())
                        .with(TrainConfig.DEVICE, DeviceChoice.CPU),
                new TrainingData(
                        new MemoryClips(size, model.words()).pairs(2 * settings.batch()),
                        List.of(),
                        FrameSampling.uniform(),
                        size.words(),
                        FrameCache.ofBytes(0)));
    }
}
