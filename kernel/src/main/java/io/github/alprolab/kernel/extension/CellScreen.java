package io.github.alprolab.kernel.extension;

import io.github.alprolab.kernel.api.Comms;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.display.Displayers;
import io.github.alprolab.kernel.output.CellStreams;
import io.github.alprolab.kernel.output.InputPrompt;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Shows values in the running cell.
 *
 * @param displayers make them visible
 * @param streams name the running cell
 * @param input asks its client
 * @param channels lead to parts of the front-end
 * @param events handles what came by them while the cell runs
 */
public record CellScreen(
        Displayers displayers,
        CellStreams streams,
        InputPrompt input,
        Comms channels,
        IntSupplier events)
        implements DisplayingScreen {
    @Override
    public void show(MimeBundle bundle, String displayId, boolean update) {
        streams.current().display(bundle, displayId, update);
    }

    @Override
    public void whenDone(Runnable work) {
        streams.current().whenDone(work);
    }

    @Override
    public void clear(boolean wait) {
        streams.current().clear(wait);
    }

    @Override
    public String ask(String prompt, boolean secret) throws IOException {
        return input.ask(prompt, secret);
    }

    @Override
    public Optional<Comms> comms() {
        return Optional.of(channels);
    }

    @Override
    public int handleEvents() {
        return events.getAsInt();
    }
}
