package io.github.alprolab.dsl.answer;

import io.github.alprolab.alpro.answering.TrainedAnswerer;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.figure.AnswerCard.Guess;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;

/**
 * The model of a run: opened when it is first asked and kept until it is closed. Asked again after
 * that, it opens anew. One thread at a time gets in.
 */
public final class OpenAnswerer implements AutoCloseable {
    private final AnswerSource source;
    private Optional<Opened> opened = Optional.empty();

    /** Opens nothing yet. */
    public OpenAnswerer(AnswerSource source) {
        this.source = source;
    }

    /** As for a model that searches: the collector frees what nobody holds any more. */
    private static final class Unheld {
        private static final Cleaner CLEANER = Cleaner.create();
    }

    /**
     * @param release closes {@code model}, once
     */
    private record Opened(TrainedAnswerer model, Cleaner.Cleanable release) {}

    /**
     * The likeliest answers to questions.
     *
     * @param asked clips, each with a question as its first caption
     * @return for each question some answers, best first
     */
    public synchronized List<List<Guess>> answer(List<Pair> asked) {
        try {
            Opened now = opened.orElseGet(this::open);
            opened = Optional.of(now);
            List<Distribution> all = now.model().answer(asked);
            return all.stream().map(AnswerSource::guesses).toList();
        } finally {
            // The collector may otherwise find this object unheld while its model is at work.
            Reference.reachabilityFence(this);
        }
    }

    private Opened open() {
        TrainedAnswerer model = source.load(() -> {});
        return new Opened(model, Unheld.CLEANER.register(this, model::close));
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(o -> o.release().clean());
        opened = Optional.empty();
    }
}
