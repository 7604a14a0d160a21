package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.RetrievalPlace;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.RunFolder;
import java.io.IOException;
import java.util.List;

/**
 * What is ranked, by which model, where.
 *
 * @param checkpoint file of the model
 * @param input what it reads of a clip and of a text
 * @param cache of decoded frames
 * @param place where it runs
 * @param pairs the clips with those of their captions that count
 * @param reranking how many candidates VTM puts in order
 * @param rescored how scores are changed beside the plain ones
 */
public record Measurement(
        ModelFile checkpoint,
        RetrievalInput input,
        FrameCache cache,
        RetrievalPlace place,
        List<Pair> pairs,
        Reranking reranking,
        Rescored rescored) {

    /** Keeps the pairs that are there now. */
    public Measurement {
        pairs = List.copyOf(pairs);
    }

    /** The same as part of a run, whose folder keeps the precision that AUTO takes. */
    public Measurement in(RunFolder run) {
        return new Measurement(
                checkpoint, input, cache, place.in(run.path()), pairs, reranking, rescored);
    }

    /**
     * Loads the model; the caller closes it.
     *
     * @param before run ahead of every batch
     * @throws AdviceException when the checkpoint is missing or damaged
     */
    public Retriever load(Runnable before) {
        try {
            return Retriever.load(checkpoint, input, cache, place, before);
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
