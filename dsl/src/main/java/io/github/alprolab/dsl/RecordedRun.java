package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.List;

/**
 * A run known by its record alone, because its data, its model or what a session defined for it are
 * not on this machine: its figures and settings can be read and compared.
 */
public final class RecordedRun implements Run {
    private final RunFolder folder;
    private final AdviceException why;

    RecordedRun(RunFolder folder, AdviceException why) {
        this.folder = folder;
        this.why = why;
    }

    /** What it lacks to be more than its record. */
    AdviceException why() {
        return why;
    }

    @Override
    public Path folder() {
        return folder.path();
    }

    /**
     * Not known from the record.
     *
     * @throws AdviceException with what is missing
     */
    @Override
    public Checkpoint best() {
        throw why;
    }

    /**
     * Not known from the record.
     *
     * @throws AdviceException with what is missing
     */
    @Override
    public Checkpoint last() {
        throw why;
    }

    @Override
    public DataTable metrics() {
        List<Scored> all = scored();
        return DataTable.of(name() + " · from its record")
                .text("metric", all.stream().map(s -> s.metric().title()).toList())
                .text("split", all.stream().map(Scored::split).toList())
                .text("value", all.stream().map(Scored::text).toList())
                .whole("items", all.stream().map(Scored::count).toList());
    }

    @Override
    public List<Scored> scored() {
        return RunList.scored(folder);
    }

    @Override
    public Showing show() {
        return metrics().show();
    }

    @Override
    public String toString() {
        return "Record of “" + name() + "”: " + state();
    }
}
