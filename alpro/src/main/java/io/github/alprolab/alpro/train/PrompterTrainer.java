package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Step;
import io.github.alprolab.alpro.objective.StepTensor;
import io.github.alprolab.alpro.prompter.PromptTemplates;
import io.github.alprolab.alpro.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The prompter's own training: VTC alone (paper section 3.3; docs/method.md section 4.2). */
public final class PrompterTrainer {
    private PrompterTrainer() {}

    /** Trains as the other method does, from a start at random. */
    public static TrainingOutcome run(
            AlproConfig config,
            TrainConfig train,
            TrainingData data,
            Path folder,
            TrainingListener listener)
            throws IOException {
        return run(config, Optional.empty(), train, data, folder, listener);
    }

    /**
     * Trains a new prompter, or goes on where {@code folder} has an unfinished one.
     *
     * @param config sizes; the vocabulary is replaced by the pieces that captions and prompts need
     * @param bert file of the BERT that the text encoder starts as, with its vocabulary; empty for
     *     a start at random
     * @param folder receives {@code last.alpro} and {@code best.alpro}
     * @throws IOException when a checkpoint cannot be read or written
     */
    public static TrainingOutcome run(
            AlproConfig config,
            Optional<Path> bert,
            TrainConfig train,
            TrainingData data,
            Path folder,
            TrainingListener listener)
            throws IOException {
        return job(config, bert, train, data).run(folder, listener);
    }

    /** The same, described and not begun. */
    public static TrainingJob job(
            AlproConfig config, Optional<Path> bert, TrainConfig train, TrainingData data) {
        return job(() -> Start.random(config, bert), train, data);
    }

    /**
     * The same from any start, such as the weights of a trained model.
     *
     * @param opening reads what it begins with, once it begins
     */
    public static TrainingJob job(Start.Opening opening, TrainConfig train, TrainingData data) {
        List<String> prompts =
                Stream.concat(PromptTemplates.video().stream(), PromptTemplates.image().stream())
                        .map(t -> t.replace("{}", ""))
                        .toList();
        RandomStreams own =
                new RandomStreams(new RandomStreams(train.seed()).seedOf("prompter", 0));
        return new TrainingJob(
                () -> new Training(opening.open(), own, prompts, train, data),
                parts ->
                        new ObjectivesTask(
                                "prompter",
                                parts,
                                List.of(Objective.VTC),
                                Map.of(Objective.VTC, PrompterTrainer::textFirst)));
    }

    /** As the prompter has always drawn its dropout: texts are encoded before clips. */
    private static StepTensor textFirst(Step step) {
        step.text();
        step.video();
        return Objective.VTC.loss(step);
    }
}
