package io.github.alprolab.kernel.extension;

import io.github.alprolab.kernel.api.Comms;
import io.github.alprolab.kernel.api.KernelServices;
import io.github.alprolab.kernel.api.LiveDisplay;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.output.Cell;
import io.github.alprolab.kernel.output.CellStreams;
import io.github.alprolab.kernel.stop.Interrupts;
import java.util.UUID;

/**
 * The kernel's side of {@link KernelServices}.
 *
 * @param streams name the running cell
 * @param interrupts tell extensions of a stop
 * @param comms connect them with widgets
 */
public record CellServices(CellStreams streams, Interrupts interrupts, Comms comms)
        implements KernelServices {
    @Override
    public LiveDisplay display(MimeBundle first) {
        String id = UUID.randomUUID().toString();
        Cell cell = streams.current();
        cell.display(first, id, false);
        return bundle -> cell.display(bundle, id, true);
    }

    @Override
    public String code() {
        Cell cell = streams.current();
        return cell == null ? "" : cell.code();
    }

    @Override
    public boolean interruptRequested() {
        return interrupts.requested();
    }

    @Override
    public Registration onInterrupt(Runnable hook) {
        return interrupts.register(hook);
    }
}
