package io.github.alprolab.dsl;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** The settings of a trainer, one by one. */
final class TrainerTable {
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private TrainerTable() {}

    static DataTable of(TrainerSettings settings, Device device) {
        return new TrainerTable()
                .row("learning rate", Numbers.brief(settings.learningRate()))
                .row("warm-up", Numbers.percent(settings.warmup()) + " of the steps")
                .row("decay", settings.decay())
                .row("weight decay", Numbers.brief(settings.weightDecay()))
                .row("clip", Numbers.brief(settings.clip()))
                .row("epochs", settings.epochs())
                .row("batch", settings.batch())
                .row("accumulate", settings.options().accumulate())
                .row(
                        "gradient checkpointing",
                        settings.options().gradientCheckpointing() ? "on" : "off")
                .row("like the reference code", settings.likesReferenceCode() ? "yes" : "no")
                .row("precision", Precision.FP32)
                .row("device", device)
                .row("seed", settings.seed())
                .table();
    }

    private TrainerTable row(String name, Object value) {
        names.add(name);
        values.add(value.toString());
        return this;
    }

    private DataTable table() {
        return DataTable.of("Trainer: AdamW").text("setting", names).text("value", values);
    }
}
