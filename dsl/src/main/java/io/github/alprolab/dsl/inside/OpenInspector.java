package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.inside.Inspector;
import io.github.alprolab.alpro.trained.KeptModel;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model that is opened when it is first asked, for the clips at hand, and kept until it is
 * closed. Clips of another shape, or another device, open it anew. One thread at a time gets in.
 */
public final class OpenInspector implements AutoCloseable {
    private final KeptModel<Use, Inspector> kept;

    /** Opens nothing yet. */
    public OpenInspector(ModelFile file) {
        this.kept = new KeptModel<>(use -> open(file, use), Inspector::close);
    }

    /** What a model is opened for. */
    private record Use(int frames, int size, DeviceChoice device) {}

    private static Inspector open(ModelFile file, Use use) {
        try {
            return Inspector.load(file, use.frames(), use.size(), use.device());
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint cannot be used", e, "Train again: experiment.again()");
        }
    }

    /**
     * Asks the model.
     *
     * @param frames T of the clips
     * @param size edge of their frames in pixels
     * @throws AdviceException when the file cannot be used, or the model has not what is asked for
     */
    public <R> R ask(int frames, int size, DeviceChoice device, Function<Inspector, R> question) {
        return kept.ask(new Use(frames, size, device), question);
    }

    /** The model, while it is open. */
    public Optional<Inspector> model() {
        return kept.model();
    }

    @Override
    public void close() {
        kept.close();
    }
}
