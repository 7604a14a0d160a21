package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.trained.KeptModel;
import java.util.Optional;

/**
 * The model of a retrieval with its clips encoded: opened when it is first asked and kept until it
 * is closed. Asked again after that, it opens anew. One thread at a time gets in.
 */
public final class OpenModel implements AutoCloseable {
    private final KeptModel<Measurement, Encoded> kept =
            new KeptModel<>(OpenModel::open, e -> e.model().close());

    private final Measurement measurement;

    /** Opens nothing yet. */
    public OpenModel(Measurement measurement) {
        this.measurement = measurement;
    }

    /**
     * @param videos on the device until the model is closed
     */
    private record Encoded(Retriever model, VideoFeatures videos) {}

    private static Encoded open(Measurement measurement) {
        Retriever model = measurement.load(() -> {});
        try {
            return new Encoded(model, measurement.videos(model));
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    /** Ranks the clips for a text. */
    public RankingScores search(String text) {
        return kept.ask(
                measurement, e -> e.model().search(text, e.videos(), measurement.reranking()));
    }

    /** The model, while it is open. */
    public Optional<Retriever> model() {
        return kept.model().map(Encoded::model);
    }

    @Override
    public void close() {
        kept.close();
    }
}
