package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Values;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An objective of which only its record is there: it is named, compared and drawn, and cannot be
 * trained until the session defines it.
 */
public final class Recorded extends Objective {
    private static final int GREY = 0x7F7F7F;

    private final Map<String, Object> record;

    private Recorded(String name, Values values, Map<String, Object> record) {
        super(name, values);
        this.record = record;
    }

    /**
     * From what {@link Objective#identity} gave.
     *
     * @param key its name in the record
     */
    public static Recorded of(String key, Map<String, Object> record) {
        Schema schema = new Schema(key);
        schema.add(WEIGHT);
        Values values = schema.values();
        if (record.get(WEIGHT.name()) instanceof Number weight) {
            values = values.with(WEIGHT, weight.doubleValue());
        }
        String name = String.valueOf(record.getOrDefault("name", key));
        return new Recorded(name, values, new TreeMap<>(record));
    }

    @Override
    Recorded with(Values changed) {
        Map<String, Object> other = new TreeMap<>(record);
        other.put(WEIGHT.name(), changed.get(WEIGHT));
        return new Recorded(name(), changed, other);
    }

    @Override
    public Map<String, Object> identity() {
        return new TreeMap<>(record);
    }

    /** The text of its code; empty where the record has none. */
    public String source() {
        return String.valueOf(record.getOrDefault("source", ""));
    }

    @Override
    public String question() {
        return "known by its record alone";
    }

    @Override
    public String optionWords() {
        return "–";
    }

    @Override
    public Chance chance() {
        return Chance.unknown();
    }

    @Override
    public int colour() {
        return GREY;
    }

    @Override
    public Optional<Missing> missing() {
        return Optional.of(
                new Missing(
                        "The objective “%s” is known by its record alone; this session does not define it."
                                .formatted(name()),
                        "Run the cell that defines it, then losses.and(it); its text is in the run's experiment.java"));
    }

    @Override
    public StepTensor loss(Step step) {
        throw new IllegalStateException(missing().orElseThrow().what());
    }

    @Override
    String code() {
        return key();
    }
}
