package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.inside.Inspector;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model that is opened when it is first asked, for the clips at hand, and kept until it is
 * closed. Clips of another shape, or another device, open it anew. One thread at a time gets in.
 */
public final class OpenInspector implements AutoCloseable {
    private final ModelFile file;
    private Optional<Opened> opened = Optional.empty();

    /** Opens nothing yet. */
    public OpenInspector(ModelFile file) {
        this.file = file;
    }

    /** What a model is opened for. */
    private record Use(int frames, int size, DeviceChoice device) {}

    /**
     * @param release closes {@code model}, once
     */
    private record Opened(Use use, Inspector model, Cleaner.Cleanable release) {}

    /**
     * Nobody closes the model in {@code run.model().attention(clip)}: the collector finds that it
     * is not held. The cleaner stands in a class of its own because it has a thread, and a kernel
     * that looks for holders of a value looks into static fields of the classes it meets.
     */
    private static final class Unheld {
        private static final Cleaner CLEANER = Cleaner.create();
    }

    /**
     * Asks the model.
     *
     * @param frames T of the clips
     * @param size edge of their frames in pixels
     * @throws AdviceException when the file cannot be used, or the model has not what is asked for
     */
    public synchronized <R> R ask(
            int frames, int size, DeviceChoice device, Function<Inspector, R> question) {
        try {
            return question.apply(open(new Use(frames, size, device)));
        } finally {
            // The collector may otherwise find this object unheld while its model is at work.
            Reference.reachabilityFence(this);
        }
    }

    private Inspector open(Use use) {
        if (opened.filter(o -> o.use().equals(use)).isEmpty()) {
            close();
            try {
                Inspector model = Inspector.load(file, use.frames(), use.size(), use.device());
                opened =
                        Optional.of(
                                new Opened(
                                        use, model, Unheld.CLEANER.register(this, model::close)));
            } catch (IOException e) {
                throw AdviceException.unreadable(
                        "The checkpoint cannot be used", e, "Train again: experiment.again()");
            }
        }
        return opened.orElseThrow().model();
    }

    /** The model, while it is open. */
    public synchronized Optional<Inspector> model() {
        return opened.map(Opened::model);
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(o -> o.release().clean());
        opened = Optional.empty();
    }
}
