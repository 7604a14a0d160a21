package io.github.alprolab.dsl;

import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.inside.StepTables;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;

/** What each objective of a pre-training saw of a few clips, and what it made of them. */
public final class StepLook implements Shown {
    private final String name;
    private final StepTables tables;

    StepLook(String name, StepTables tables) {
        this.name = name;
        this.tables = tables;
    }

    /**
     * Clip by clip: the frames with PEM's crop, the words that MLM hid and what was expected there,
     * the wrong clip and the wrong text that VTM drew with their chances, and what prompter and
     * model say of the crop.
     */
    public Figure clips() {
        return Figure.of(tables.sheet("One step of “%s”, clip by clip".formatted(name)));
    }

    /** Every loss of these clips beside that of a model that knows nothing. */
    public DataTable losses() {
        return tables.losses();
    }

    /** The words that MLM hid, and what was expected in their places; no rows without MLM. */
    public DataTable words() {
        return tables.words();
    }

    /** The clips; {@link #losses} has the numbers. */
    @Override
    public Showing show() {
        return clips().show();
    }

    @Override
    public String toString() {
        return clips() + "\n" + losses();
    }
}
