package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.ChosenPrecision;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Computes;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.UnreadableClips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One training, whatever is learned: from a start and data to the end of the loop.
 *
 * @param start how the model begins
 * @param first of the weights that the start leaves at random
 * @param texts that the model reads beside those of the data
 */
record Training(
        Start start,
        RandomStreams first,
        List<String> texts,
        TrainConfig config,
        TrainingData data) {

    /** Without texts beside those of the data; first weights follow from the trainer's seed. */
    Training(Start start, TrainConfig config, TrainingData data) {
        this(start, new RandomStreams(config.seed()), List.of(), config, data);
    }

    /**
     * Trains a new model, or goes on where {@code folder} has an unfinished one.
     *
     * @param task makes what is learned
     * @throws IOException when a file of weights cannot be read, or a checkpoint be written
     */
    TrainingOutcome run(
            Path folder, TrainingListener listener, Function<ModelParts, TrainingTask> task)
            throws IOException {
        boolean gpu = !config.device().isCpu() && EngineInfo.current().cuda();
        return run(folder, listener, task, gpu ? 1 : 0); // a CPU computes while it is asked
    }

    /** The same with figures that are read some updates late. */
    TrainingOutcome run(
            Path folder,
            TrainingListener listener,
            Function<ModelParts, TrainingTask> task,
            int late)
            throws IOException {
        return ready(
                Optional.of(folder),
                listener,
                task,
                (compute, made, usable) ->
                        new TrainingLoop(compute, made, config, usable, folder, listener, late)
                                .run());
    }

    /**
     * The first two updates and a validation batch of the same, of which nothing is kept.
     *
     * @throws IOException when a file of weights cannot be read
     */
    SmokeFigures smoke(TrainingListener listener, Function<ModelParts, TrainingTask> task)
            throws IOException {
        try (PeakMemory memory = PeakMemory.watched()) {
            return ready(
                    Optional.empty(),
                    listener,
                    task,
                    (compute, made, usable) ->
                            new SmokeSteps(compute, made, config, usable, listener)
                                    .figures(start.random(), memory));
        }
    }

    /**
     * Updates alone, on batches made before, of which nothing is kept.
     *
     * @return updates done
     * @throws IOException when a file of weights cannot be read
     */
    int repeat(TrainingListener listener, Function<ModelParts, TrainingTask> task)
            throws IOException {
        return ready(
                Optional.empty(),
                listener,
                task,
                (compute, made, usable) ->
                        new RepeatedUpdates(compute, made, config, usable, listener).run());
    }

    /** What is done with a model that is ready to learn. */
    @FunctionalInterface
    private interface Use<R> {
        R of(Compute compute, TrainingTask made, TrainingData usable) throws IOException;
    }

    private <R> R ready(
            Optional<Path> folder,
            TrainingListener listener,
            Function<ModelParts, TrainingTask> task,
            Use<R> use)
            throws IOException {
        try (Tokenizer tokenizer = Tokenizer.bertUncased()) {
            TrainingData usable = data.readable(listener::note);
            listener.doing("collecting the words of the captions");
            Vocabulary words = words(tokenizer, usable);
            AlproConfig sizes = start.sizes(words);
            BatchMaker batches = batches(sizes, tokenizer, words, usable);
            listener.doing("opening the engine");
            ChosenPrecision chosen =
                    ChosenPrecision.of(
                            config.get(TrainConfig.PRECISION),
                            config.device(),
                            sizes.video(),
                            config.batch(),
                            folder);
            chosen.told().ifPresent(listener::note);
            try (Computes devices = Computes.open(config.device(), chosen.precision())) {
                Compute compute = devices.first();
                listener.doing("making the model");
                TrainingTask made =
                        task.apply(
                                new ModelParts(
                                        compute,
                                        devices.others(),
                                        sizes,
                                        words,
                                        batches,
                                        first,
                                        start.identity()));
                start.fill(made.state(), made.rules(start));
                listener.doing("getting the objectives ready, prompts encoded where there are any");
                made.prepare();
                return use.of(compute, made, usable);
            }
        }
    }

    private Vocabulary words(Tokenizer tokenizer, TrainingData usable) {
        Stream<String> captions = usable.train().stream().map(Pair::captions).flatMap(List::stream);
        return start.vocabulary(Stream.concat(captions, texts.stream()).toList(), tokenizer);
    }

    private static BatchMaker batches(
            AlproConfig sizes, Tokenizer tokenizer, Vocabulary words, TrainingData data) {
        BatchMaker maker =
                new BatchMaker(sizes.video(), tokenizer, words, data.words(), data.cache())
                        .augmenting(data.augmentation());
        return data.unreadable() == UnreadableClips.REPLACE ? maker.replacing() : maker;
    }
}
