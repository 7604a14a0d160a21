package io.github.alprolab.kernel.request;

import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.LeftCell;
import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.Thrown;
import java.util.List;
import java.util.Optional;

/** What is said of cells whose threads were left behind. */
final class LeftCells {
    private LeftCells() {}

    /**
     * The error by which such a cell ends.
     *
     * @param count how many are left behind now, with this one
     */
    static CellError error(LeftCell left, int count) {
        String message =
                "The cell could not be stopped and was left behind in "
                        + left.place()
                        + ". Its thread goes on by itself until that returns, and shows here what it"
                        + " prints; later cells run without it. A variable that its last statement"
                        + " assigns may still change.";
        String others =
                (count == 1 ? "One cell is" : count + " cells are")
                        + " left behind now; %left lists them, a restart of the kernel ends them.";
        return new CellError(
                "CellLeftBehind", message, List.of("\u001b[1;31m" + message + "\u001b[0m", others));
    }

    /** Says below its own cell that such a thread has ended, and by what; on that thread. */
    static void tellEnd(Cells cells, Thread thread, Optional<Throwable> end) {
        Optional<LeftCell> left =
                cells.left().stream().filter(cell -> cell.thread() == thread).findFirst();
        String thrown =
                end.map(Throwable::getCause)
                        .map(error -> " It threw " + Thrown.words(error) + ".")
                        .orElse("");
        left.ifPresent(
                cell ->
                        System.err.println(
                                "The thread of cell "
                                        + cell.cell()
                                        + ", which was left behind, has ended."
                                        + thrown));
    }
}
