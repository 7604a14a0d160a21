package io.github.alprolab.alpro.trained;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A model that is opened when it is first asked and kept until it is closed, or until the collector
 * finds that nobody holds this object. Asked again after that, or for another use, it opens anew.
 * One thread at a time gets in.
 *
 * @param <U> what it is opened for; equal ones share the opened model
 * @param <M> the opened model
 */
public final class KeptModel<U, M> implements AutoCloseable {
    private final Function<U, M> open;
    private final Consumer<M> free;
    private Optional<Opened<U, M>> opened = Optional.empty();

    /**
     * Opens nothing yet.
     *
     * @param free frees a model, called once for each
     */
    public KeptModel(Function<U, M> open, Consumer<M> free) {
        this.open = open;
        this.free = free;
    }

    /**
     * @param release frees {@code model}, once
     */
    private record Opened<U, M>(U use, M model, Cleaner.Cleanable release) {}

    /**
     * Nobody can close the model in {@code run.model().attention(clip)} or in {@code
     * experiment.run().search(…)}: no variable has it. The cleaner stands in a class of its own
     * because it has a thread, and a kernel that looks for holders of a value looks into static
     * fields of the classes it meets but not into threads.
     */
    private static final class Unheld {
        private static final Cleaner CLEANER = Cleaner.create();
    }

    /** Asks the model; what opening it throws is thrown. */
    public synchronized <R> R ask(U use, Function<M, R> question) {
        try {
            return question.apply(model(use));
        } finally {
            // The collector may otherwise find this object unheld while its model is at work.
            Reference.reachabilityFence(this);
        }
    }

    private M model(U use) {
        if (opened.filter(o -> o.use().equals(use)).isEmpty()) {
            close();
            M model = open.apply(use);
            opened = Optional.of(new Opened<>(use, model, release(model)));
        }
        return opened.orElseThrow().model();
    }

    private Cleaner.Cleanable release(M model) {
        return Unheld.CLEANER.register(this, releasing(model, free));
    }

    /** Static, so that it does not hold the object whose end it waits for. */
    private static <M> Runnable releasing(M model, Consumer<M> free) {
        return () -> free.accept(model);
    }

    /** The model, while it is open. */
    public synchronized Optional<M> model() {
        return opened.map(Opened::model);
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(o -> o.release().clean());
        opened = Optional.empty();
    }
}
