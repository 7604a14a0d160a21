package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.prompter.Prompter;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.datasets.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pre-training with any of the four objectives (paper section 3 and 4.1). */
public final class Pretraining {
    private Pretraining() {}

    /** Trains as the other method does, from a start at random. */
    public static TrainingOutcome run(
            AlproConfig config,
            LossConfig losses,
            Optional<PromptConfig> prompts,
            TrainConfig train,
            TrainingData data,
            Path folder,
            TrainingListener listener)
            throws IOException {
        return run(config, losses, prompts, Optional.empty(), train, data, folder, listener);
    }

    /**
     * Trains a new model, or goes on where {@code folder} has an unfinished one.
     *
     * @param config sizes; the vocabulary is replaced by the pieces that the captions need
     * @param prompts the teacher; needed where PEM is on, else empty
     * @param bert file of the BERT that text and fusion encoder start as, with its vocabulary;
     *     empty for a start at random
     * @param folder receives {@code last.alpro} and {@code best.alpro}
     * @throws IOException when a checkpoint cannot be read or written
     * @throws IllegalArgumentException when PEM has no teacher or a batch is larger than the data
     */
    public static TrainingOutcome run(
            AlproConfig config,
            LossConfig losses,
            Optional<PromptConfig> prompts,
            Optional<Path> bert,
            TrainConfig train,
            TrainingData data,
            Path folder,
            TrainingListener listener)
            throws IOException {
        if (losses.has(Objective.PEM) && prompts.isEmpty()) {
            throw new IllegalArgumentException(
                    "PEM needs pseudo-labels and no prompter is given. Give one, or leave PEM out"
                            + " of the losses.");
        }
        try (Compute compute = Compute.open(train.device());
                Tokenizer tokenizer = Tokenizer.bertUncased()) {
            TrainingData usable = data.readable(listener::note);
            TextStart text = TextStart.of(bert);
            Vocabulary words = text.vocabulary(usable, tokenizer, List.of());
            AlproConfig sizes = config.text(config.text().vocabulary(words.size()));
            Optional<PromptConfig> used = prompts.filter(p -> losses.has(Objective.PEM));
            Optional<Prompter> teacher = Optional.empty();
            if (used.isPresent()) {
                int frames = config.video().frames();
                teacher = Optional.of(Prompter.load(compute, used.get(), frames));
            }
            PretrainingTask task =
                    new PretrainingTask(
                            compute,
                            sizes,
                            losses,
                            words,
                            used.map(PromptConfig::entities).orElse(List.of()),
                            teacher,
                            maker(sizes, losses, tokenizer, words, usable),
                            train.seed());
            text.fill(task.state());
            return new TrainingLoop(compute, task, train, usable, folder, listener).run();
        }
    }

    static Vocabulary vocabulary(TrainingData data, Tokenizer tokenizer, List<String> more) {
        List<String> texts =
                Stream.concat(
                                data.train().stream().map(Pair::captions).flatMap(List::stream),
                                more.stream())
                        .toList();
        return Vocabulary.covering(texts, tokenizer);
    }

    static BatchMaker maker(
            AlproConfig config,
            LossConfig losses,
            Tokenizer tokenizer,
            Vocabulary words,
            TrainingData data) {
        return new BatchMaker(config.video(), losses, tokenizer, words, data.words(), data.cache())
                .replacingFrom(data.replacements());
    }
}
