package io.github.alprolab.dsl;

import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Optional;

/**
 * The model of a retrieval with its clips encoded: opened when it is first asked and kept until it
 * is closed. Asked again after that, it opens anew. One thread at a time gets in.
 */
final class OpenModel implements AutoCloseable {
    private final Retrieval experiment;
    private Optional<Opened> opened = Optional.empty();

    OpenModel(Retrieval experiment) {
        this.experiment = experiment;
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
    synchronized RankingScores search(String text) {
        try {
            Opened now = opened.orElseGet(this::open);
            opened = Optional.of(now);
            return now.model().search(text, now.videos(), experiment.reranking());
        } finally {
            // The collector may otherwise find this object unheld while its model is at work.
            Reference.reachabilityFence(this);
        }
    }

    private Opened open() {
        var model = load(experiment, () -> {});
        Cleaner.Cleanable release = Unheld.CLEANER.register(this, model::close);
        try {
            VideoFeatures videos = model.videos(experiment.pairs().all(), experiment.reranking());
            return new Opened(model, videos, release);
        } catch (RuntimeException e) {
            release.clean();
            throw e;
        }
    }

    /**
     * Loads the model of an experiment; the caller closes it.
     *
     * @param before run ahead of every batch
     * @throws AdviceException when the checkpoint is missing or damaged
     */
    static Retriever load(Retrieval experiment, Runnable before) {
        try {
            return Retriever.load(
                    experiment.checkpoint().path(),
                    experiment.input(),
                    experiment.pairs().cache(),
                    experiment.device().choice(),
                    before);
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint cannot be used", e, "Train again: experiment.again()");
        }
    }

    /** The model, while it is open. */
    synchronized Optional<Retriever> model() {
        return opened.map(Opened::model);
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(o -> o.release().clean());
        opened = Optional.empty();
    }
}
