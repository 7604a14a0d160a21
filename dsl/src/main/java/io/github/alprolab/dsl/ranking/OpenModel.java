package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Optional;

/**
 * The model of a retrieval with its clips encoded: opened when it is first asked and kept until it
 * is closed. Asked again after that, it opens anew. One thread at a time gets in.
 */
public final class OpenModel implements AutoCloseable {
    private final Measurement measurement;
    private Optional<Opened> opened = Optional.empty();

    /** Opens nothing yet. */
    public OpenModel(Measurement measurement) {
        this.measurement = measurement;
    }

    /**
     * The run in {@code experiment.run().search(…)} has no variable that anybody could close: the
     * collector finds that nobody holds it. The cleaner stands in a class of its own because it has
     * a thread, and a kernel that looks for holders of a value looks into static fields of the
     * classes it meets but not into threads.
     */
    private static final class Unheld {
        private static final Cleaner CLEANER = Cleaner.create();
    }

    /**
     * @param release closes {@code model}, once
     */
    private record Opened(Retriever model, VideoFeatures videos, Cleaner.Cleanable release) {}

    /** Ranks the clips for a text. */
    public synchronized RankingScores search(String text) {
        try {
            Opened now = opened.orElseGet(this::open);
            opened = Optional.of(now);
            return now.model().search(text, now.videos(), measurement.reranking());
        } finally {
            // The collector may otherwise find this object unheld while its model is at work.
            Reference.reachabilityFence(this);
        }
    }

    private Opened open() {
        Retriever model = measurement.load(() -> {});
        Cleaner.Cleanable release = Unheld.CLEANER.register(this, model::close);
        try {
            VideoFeatures videos = measurement.videos(model);
            return new Opened(model, videos, release);
        } catch (RuntimeException e) {
            release.clean();
            throw e;
        }
    }

    /** The model, while it is open. */
    public synchronized Optional<Retriever> model() {
        return opened.map(Opened::model);
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(o -> o.release().clean());
        opened = Optional.empty();
    }
}
