package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.IgnoreRule;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.loss.LossValues;
import io.github.alprolab.alpro.loss.PretrainingLoss.NegativeChoice;
import io.github.alprolab.alpro.loss.Vtc;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.prompter.PromptTemplates;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The prompter's own training: VTC alone (paper section 3.3; alpro.md section 4.2). */
public final class PrompterTraining {
    private PrompterTraining() {}

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
        try (Compute compute = Compute.open(train.device());
                Tokenizer tokenizer = Tokenizer.bertUncased()) {
            TrainingData usable = data.readable(listener::note);
            List<String> prompts =
                    Stream.concat(
                                    PromptTemplates.video().stream(),
                                    PromptTemplates.image().stream())
                            .map(t -> t.replace("{}", ""))
                            .toList();
            TextStart text = TextStart.of(bert);
            Vocabulary words = text.vocabulary(usable, tokenizer, prompts);
            AlproConfig sizes = config.text(config.text().vocabulary(words.size()));
            LossConfig losses =
                    new LossConfig(
                            Map.of(Objective.VTC, 1.0),
                            0.07,
                            0,
                            0.3,
                            0.5,
                            0,
                            IgnoreRule.PROBABILITY);
            BatchMaker maker = Pretraining.maker(sizes, losses, tokenizer, words, usable);
            Task task = new Task(compute, sizes, words, maker, train.seed());
            text.fill(task.state());
            return new TrainingLoop(compute, task, train, usable, folder, listener).run();
        }
    }

    private static final class Task implements TrainingTask {
        private final AlproConfig config;
        private final Vocabulary vocabulary;
        private final BatchMaker batches;
        private final StateDict state;
        private final AlproModel model;

        Task(
                Compute compute,
                AlproConfig config,
                Vocabulary vocabulary,
                BatchMaker batches,
                long seed) {
            this.config = config;
            this.vocabulary = vocabulary;
            this.batches = batches;
            RandomStreams own = new RandomStreams(new RandomStreams(seed).seedOf("prompter", 0));
            this.state = new StateDict(compute, own);
            this.model = new AlproModel(state.root(), config, 0.07);
        }

        @Override
        public StateDict state() {
            return state;
        }

        @Override
        public AlproModel alpro() {
            return model;
        }

        @Override
        public BatchMaker batches() {
            return batches;
        }

        @Override
        public LossValues losses(
                Scope scope, Batch batch, NegativeChoice negatives, boolean training) {
            int clips = batch.clips();
            int length = batch.texts().length();
            Tensor frames =
                    scope.frames(
                            batch.pixels(),
                            clips,
                            config.video().frames(),
                            config.video().imageSize());
            Tensor text =
                    model.text(
                            scope.of(batch.texts().ids(), clips, length),
                            scope.of(batch.texts().mask(), clips, length),
                            training);
            Vtc vtc =
                    Vtc.of(
                            model.videoFeature(model.video(frames, training)),
                            model.textFeature(text),
                            model.temperature().in(scope));
            return new LossValues(
                    vtc.loss(), Map.of(Objective.VTC, vtc.loss()), Double.NaN, 0, 0, 0);
        }

        @Override
        public String objectives() {
            return "prompter: " + Objective.VTC;
        }

        @Override
        public CheckpointManifest manifest(int step, int epoch, Map<String, Double> metrics) {
            return new CheckpointManifest(
                    CheckpointManifest.FORMAT,
                    "prompter",
                    config,
                    vocabulary.pieces(),
                    List.of(),
                    step,
                    epoch,
                    metrics);
        }
    }
}
