package io.github.alprolab.kernel.stop;

import io.github.alprolab.kernel.magic.Cells;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How the cell that runs is stopped.
 *
 * @param running what runs cells, once it is open
 * @param leaving leaves the running cell's thread behind, false where that cannot be
 */
public record StopCell(Supplier<Optional<Cells>> running, BooleanSupplier leaving)
        implements Interrupts.Steps {
    @Override
    public void interrupt() {
        running.get().ifPresent(Cells::interrupt);
    }

    @Override
    public void stopLoops() {
        running.get().ifPresent(Cells::stopLoops);
    }

    @Override
    public void reportStuck(int interruptsToLeave) {
        running.get().flatMap(Cells::position).ifPresent(place -> report(place, interruptsToLeave));
    }

    @Override
    public void leave() {
        if (!leaving.getAsBoolean()) {
            System.err.println(
                    "The compiler works on this cell, which cannot be left behind; the cell ends when"
                            + " that is done. To end it now, restart the kernel.");
        }
    }

    private static void report(String place, int interruptsToLeave) {
        System.err.println(
                "The cell does not stop yet. It is in "
                        + place
                        + ", which cannot be interrupted; the cell ends when that returns. Interrupt it "
                        + (interruptsToLeave == 1 ? "once" : "twice")
                        + " more to leave it behind and go on with other cells.");
    }
}
