package io.github.alprolab.dsl;

import io.github.alprolab.alpro.tensor.GpuCard;
import io.github.alprolab.dsl.record.EnvironmentRecord;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** Where this runs: Java, engine, GPUs, processor, memory and disk. */
public final class Environment implements Shown {
    private final EnvironmentRecord record;

    private Environment(EnvironmentRecord record) {
        this.record = record;
    }

    /** Asks this machine; loads the engine. */
    public static Environment current() {
        return new Environment(EnvironmentRecord.current());
    }

    /** As a table. */
    public DataTable table() {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        rows(names, values);
        return DataTable.of("Environment").text("what", names).text("value", values);
    }

    private void rows(List<String> names, List<String> values) {
        add(names, values, "Java", record.java());
        add(names, values, "engine", record.engine() + ", " + record.flavour());
        add(names, values, "computes on", (record.cuda() ? "GPU: " : "CPU: ") + record.why());
        for (GpuCard gpu : record.gpus()) {
            String name = record.gpus().size() == 1 ? "GPU" : "GPU " + gpu.index();
            add(names, values, name, gpu.words() + ", " + Numbers.bytes(gpu.memory()));
        }
        add(
                names,
                values,
                "processors",
                "%d, of which the engine uses %d".formatted(record.cores(), record.threads()));
        add(
                names,
                values,
                "memory",
                "%s, of which %s for the Java heap"
                        .formatted(Numbers.bytes(record.memory()), Numbers.bytes(record.heap())));
        add(names, values, "system", record.system());
        add(
                names,
                values,
                "runs",
                "%s, %s free"
                        .formatted(
                                RunStore.shown(RunStore.standard().root()),
                                Numbers.bytes(RunStore.standard().freeBytes())));
    }

    private static void add(List<String> names, List<String> values, String name, String value) {
        names.add(name);
        values.add(value);
    }

    @Override
    public Showing show() {
        return table().show();
    }

    @Override
    public String toString() {
        return table().toString();
    }
}
