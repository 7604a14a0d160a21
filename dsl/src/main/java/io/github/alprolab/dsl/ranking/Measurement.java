package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.util.List;

/**
 * What is ranked, by which model, where.
 *
 * @param checkpoint file of the model
 * @param input what it reads of a clip and of a text
 * @param cache of decoded frames
 * @param device where it runs
 * @param pairs the clips with those of their captions that count
 * @param reranking how many candidates VTM puts in order
 * @param rescored how scores are changed beside the plain ones
 */
public record Measurement(
        ModelFile checkpoint,
        RetrievalInput input,
        FrameCache cache,
        DeviceChoice device,
        List<Pair> pairs,
        Reranking reranking,
        Rescored rescored) {

    /** Keeps the pairs that are there now. */
    public Measurement {
        pairs = List.copyOf(pairs);
    }

    /**
     * Loads the model; the caller closes it.
     *
     * @param before run ahead of every batch
     * @throws AdviceException when the checkpoint is missing or damaged
     */
    public Retriever load(Runnable before) {
        try {
            return Retriever.load(checkpoint, input, cache, device, before);
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint cannot be used", e, "Train again: experiment.again()");
        }
    }

    /** Encodes the clips. */
    public VideoFeatures videos(Retriever model) {
        return model.videos(pairs, reranking);
    }
}
