package io.github.alprolab.bench.training;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.prompter.PromptTemplates;
import io.github.alprolab.alpro.train.Pretrainer;
import io.github.alprolab.alpro.train.PrompterTrainer;
import io.github.alprolab.alpro.train.TrainingData;
import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.alpro.train.TrainingOutcome;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A pre-training with all four losses on {@link ColourClips}.
 *
 * @param size of the model and of its prompter
 * @param batch clips of a batch
 * @param stepsPerEpoch updates between two evaluations
 * @param steps updates in all, a multiple of {@code stepsPerEpoch}
 * @param folder receives the prompter's checkpoints; a folder of each run is inside
 */
public record BenchmarkTraining(
        BenchmarkSize size, int batch, int stepsPerEpoch, int steps, Path folder) {
    private static final int WORDS = 12;

    /** Whole epochs of batches with a negative each. */
    public BenchmarkTraining {
        if (batch < 2 || stepsPerEpoch < 1 || steps < 1 || steps % stepsPerEpoch != 0) {
            throw new IllegalArgumentException(
                    "batch %d and %d steps in epochs of %d are given; allowed is a batch of at least 2 and whole epochs."
                            .formatted(batch, steps, stepsPerEpoch));
        }
    }

    /** Trains, or goes on, in the folder {@code name}. */
    public TrainingOutcome run(
            String name, UnaryOperator<TrainConfig> edit, TrainingListener listener)
            throws IOException {
        PromptConfig prompts =
                new PromptConfig(prompter(), ColourClips.colours(), PromptTemplates.video());
        return Pretrainer.run(
                size.config(),
                Objective.published(prompts),
                edit.apply(config(steps / stepsPerEpoch, batch)),
                data(batch * stepsPerEpoch, 2 * batch),
                folder.resolve(name),
                listener);
    }

    /** A prompter of a few steps; its labels need not be right here. */
    Path prompter() throws IOException {
        Path own = folder.resolve("prompter");
        Path last = own.resolve("last.alpro");
        if (!Files.exists(last)) {
            PrompterTrainer.run(
                    size.config(), config(1, 2), data(4, 0), own, new TrainingListener() {});
        }
        return last;
    }

    private static TrainConfig config(int epochs, int batch) {
        return TrainConfig.adamW(1e-3)
                .with(TrainConfig.EPOCHS, epochs)
                .with(TrainConfig.BATCH, batch);
    }

    private static TrainingData data(int train, int validation) {
        ColourClips clips = ColourClips.of(train, validation, 0);
        return new TrainingData(
                clips.pairs(Split.TRAIN),
                clips.pairs(Split.VALIDATION),
                FrameSampling.headTail(),
                WORDS,
                FrameCache.ofBytes(1L << 30));
    }
}
