package io.github.alprolab.kernel.stop;

import io.github.alprolab.kernel.magic.Cells;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the cell that runs is stopped.
 *
 * @param running what runs cells, once it is open
 */
public record StopCell(Supplier<Optional<Cells>> running) implements Interrupts.Steps {
    @Override
    public void interrupt() {
        running.get().ifPresent(Cells::interrupt);
    }

    @Override
    public void stopLoops() {
        running.get().ifPresent(Cells::stopLoops);
    }

    @Override
    public void reportStuck() {
        running.get().flatMap(Cells::position).ifPresent(StopCell::report);
    }

    private static void report(String place) {
        System.err.println(
                "The cell does not stop yet. It is in "
                        + place
                        + ", which cannot be interrupted; the cell ends when that returns. To end"
                        + " it now, restart the kernel.");
    }
}
