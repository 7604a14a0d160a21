package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.answering.AnswerHead;
import io.github.alprolab.alpro.bert.PretrainedBert;
import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.trained.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a model begins: its sizes, its word pieces and its first weights. What a start does not give
 * is drawn at random, each tensor from a stream of its own name.
 */
public interface Start {
    /** Reads the files that a start is made of. */
    @FunctionalInterface
    interface Opening {
        /** The start; throws where a file cannot be read. */
        Start open() throws IOException;
    }

    /** All weights at random; the word pieces are those that the texts need. */
    static Start random(AlproConfig sizes) {
        return new RandomStart(sizes, Optional.empty());
    }

    /**
     * At random but for the text and fusion encoder.
     *
     * @param bert file of the BERT that these start as, with its word pieces; empty for a start at
     *     random
     * @throws IOException when the file cannot be read or is no BERT
     */
    static Start random(AlproConfig sizes, Optional<Path> bert) throws IOException {
        return new RandomStart(
                sizes,
                bert.isPresent() ? Optional.of(PretrainedBert.open(bert.get())) : Optional.empty());
    }

    /**
     * The weights of a trained model: fine-tuning (docs/method.md section 2.5). Word pieces that
     * the texts need and the model lacks are added behind its own.
     *
     * @param file one of ours, of PyTorch or safetensors; see {@link TrainedModel#open(ModelFile)}
     * @param frames T of the clips; another number than the model's resizes the positions in time
     * @param size height and width of a frame in pixels; another number resizes those in space
     * @param positions how those in space are resized
     * @throws IOException when the file cannot be read
     */
    static Start trained(ModelFile file, int frames, int size, PositionRule positions)
            throws IOException {
        TrainedModel model = TrainedModel.open(file);
        AlproConfig sizes = model.manifest().config();
        return TrainedStart.of(
                model, sizes.video(sizes.video().frames(frames).imageSize(size)), positions);
    }

    /**
     * The same with sizes of its own: those that weights have are the file's, dropout and
     * stochastic depth may differ.
     *
     * @param sizes of the model; its vocabulary is replaced
     * @throws IOException when the file cannot be read
     */
    static Start trained(ModelFile file, AlproConfig sizes, PositionRule positions)
            throws IOException {
        return TrainedStart.of(TrainedModel.open(file), sizes, positions);
    }

    /** The word pieces of the model for texts that it will read. */
    Vocabulary vocabulary(List<String> texts, Tokenizer tokenizer);

    /** The sizes of the model with its word pieces. */
    AlproConfig sizes(Vocabulary words);

    /**
     * Puts its weights into a new model.
     *
     * @param rules what may differ between a file and this model
     * @return what became of each tensor; empty where all stay at random
     * @throws IOException when something differs that the rules do not allow
     */
    Optional<LoadReport> fill(StateDict state, LoadRules rules) throws IOException;

    /**
     * The classifier of a model that begins so and answers with these.
     *
     * @throws IOException when the names in a file cannot be read
     */
    AnswerHead answerHead(List<String> answers) throws IOException;

    /**
     * The entities that its entity head tells apart, in their order; none where it has no such
     * head.
     */
    default List<String> entities() {
        return List.of();
    }

    /**
     * What may differ between its weights and a model that learns by objectives. Rows of an entity
     * head mean nothing where the entities are others.
     *
     * @param classes entities of the model
     */
    default LoadRules rules(List<String> classes) {
        LoadRules rules = LoadRules.anyToPretraining();
        return entities().equals(classes) ? rules : rules.skip("mpm_head.");
    }

    /** Whether all weights are drawn at random, so that the model knows nothing. */
    boolean random();

    /** Which trained weights these are, in words that differ where they differ; else empty. */
    String identity();
}
