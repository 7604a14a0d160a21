package io.github.alprolab.alpro.trained;

import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A trained model on a device, for clips of one shape, with what makes its word pieces of texts.
 *
 * @param <M> what it is used as
 */
public final class OpenedModel<M> implements AutoCloseable {
    private final Compute compute;
    private final Tokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final AlproConfig config;
    private final M model;

    private OpenedModel(
            Compute compute,
            Tokenizer tokenizer,
            Vocabulary vocabulary,
            AlproConfig config,
            M model) {
        this.compute = compute;
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
        this.config = config;
        this.model = model;
    }

    /** Opens what a model of some sizes computes on. */
    public interface Place {
        /**
         * @throws IOException when what was chosen before cannot be read or kept
         */
        Compute open(AlproConfig sizes) throws IOException;

        /** In FP32. */
        static Place of(DeviceChoice device) {
            return sizes -> Compute.open(device);
        }
    }

    /**
     * A model of clips and texts.
     *
     * @param frames T of the clips; another number than trained on resizes the positions in time
     * @param size edge of a frame in pixels, whole patches; likewise in space, as the rules say
     * @throws IOException when the file does not fit the rules, or its word pieces are not known
     */
    public static OpenedModel<AlproModel> open(
            TrainedModel file, int frames, int size, LoadRules rules, Place place)
            throws IOException {
        return open(
                file,
                frames,
                size,
                rules,
                place,
                (names, config) -> new AlproModel(names, config, TrainedModel.FIRST_TEMPERATURE));
    }

    /**
     * The same of any kind.
     *
     * @param made declares its parameters, which the file then fills
     * @throws IOException when the file does not fit the rules, or its word pieces are not known
     */
    public static <M> OpenedModel<M> open(
            TrainedModel file,
            int frames,
            int size,
            LoadRules rules,
            Place place,
            BiFunction<Namespace, AlproConfig, M> made)
            throws IOException {
        Vocabulary vocabulary = file.vocabulary();
        AlproConfig sizes = file.manifest().config();
        AlproConfig config = sizes.video(sizes.video().frames(frames).imageSize(size));
        // Tokenizer and engine load libraries for some tenths of a second each: side by side.
        CompletableFuture<Tokenizer> tokenizer =
                CompletableFuture.supplyAsync(Tokenizer::bertUncased);
        Compute compute = opened(place, config, tokenizer);
        try {
            StateDict state = StateDict.forFile(compute, new RandomStreams(0));
            M model = made.apply(state.root(), config);
            file.fill(state, rules);
            return new OpenedModel<>(compute, tokenizer.join(), vocabulary, config, model);
        } catch (IOException | RuntimeException e) {
            compute.close();
            tokenizer.thenAccept(Tokenizer::close);
            throw e;
        }
    }

    private static Compute opened(
            Place place, AlproConfig config, CompletableFuture<Tokenizer> tokenizer)
            throws IOException {
        try {
            return place.open(config);
        } catch (IOException | RuntimeException e) {
            tokenizer.thenAccept(Tokenizer::close);
            throw e;
        }
    }

    /** What is made over it; it is closed where that fails. */
    public <R> R use(Function<OpenedModel<M>, R> over) {
        try {
            return over.apply(this);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where it lives. */
    public Compute compute() {
        return compute;
    }

    /** Makes word pieces. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** The word pieces that it knows. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Its sizes; clips have this frame count and image size. */
    public AlproConfig config() {
        return config;
    }

    /** The model. */
    public M model() {
        return model;
    }

    @Override
    public void close() {
        tokenizer.close();
        compute.close();
    }
}
