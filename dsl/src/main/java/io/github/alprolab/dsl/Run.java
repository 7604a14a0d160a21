package io.github.alprolab.dsl;

import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.List;

/** What an experiment left behind: a folder that answers with figures and tables. */
public sealed interface Run extends Shown permits TrainingRun, RetrievalRun {
    /** The name of its experiment. */
    String name();

    /** Where everything of it lies. */
    Path folder();

    /** Whether it is finished, and when and how long it worked. */
    RunStatus state();

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
}
