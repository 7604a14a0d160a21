package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.RunArchive;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.List;

/** What an experiment left behind: a folder that answers with figures and tables. */
public sealed interface Run extends Shown permits TrainingRun, RetrievalRun, RecordedRun {
    /** The name of its experiment. */
    default String name() {
        return new RunFolder(folder()).name();
    }

    /** Where everything of it lies. */
    Path folder();

    /** Whether it is finished, and when and how long it worked. */
    default RunStatus state() {
        return new RunFolder(folder()).state();
    }

    /** The model of the best epoch on VALIDATION; of a retrieval run, the model it evaluated. */
    Checkpoint best();

    /** The newest model. */
    Checkpoint last();

    /** Its numbers. */
    DataTable metrics();

    /**
     * Its final figures, to be compared with those of other runs: of a training those on VALIDATION
     * at its best epoch. Read from the record; nothing is computed.
     */
    List<Scored> scored();

    /**
     * What matters of it over epochs.
     *
     * @throws AdviceException for a measurement, which has no epochs
     */
    default Figure curves() {
        throw new AdviceException(
                "C14",
                "“%s” measured a model and trained none, so it has no epochs to draw."
                        .formatted(name()),
                "run.metrics() shows its figures; Runs.compare(run, other).bars(…) draws them");
    }

    /**
     * Writes its folder as one file beside it, with the checkpoints of other runs that it starts
     * from; {@link Runs#open} reads it on any machine.
     *
     * @return the file
     * @throws AdviceException when it cannot be written
     */
    default Path zip() {
        return zip(folder().resolveSibling(folder().getFileName() + ".zip"));
    }

    /** The same in another place. */
    default Path zip(Path file) {
        RunArchive.write(new RunFolder(folder()), file);
        return file;
    }

    /**
     * Runs the same once more, made from its record, in a folder of its own among the runs of this
     * machine, and compares every figure.
     *
     * @throws AdviceException when the record and this machine do not make its experiment again,
     *     such as with objectives of your own; with what is missing
     */
    default Reproduction reproduce() {
        return Reproduction.of(this, RecordedCode.experiment(new RunFolder(folder())));
    }

    /**
     * The same with an experiment that you give, for runs whose record is not enough. What differs
     * from the recorded settings is named beside the figures.
     */
    default Reproduction reproduce(Experiment experiment) {
        return Reproduction.of(this, experiment);
    }
}
