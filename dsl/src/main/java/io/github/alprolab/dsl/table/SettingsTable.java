package io.github.alprolab.dsl.table;

import io.github.alprolab.alpro.setting.Configured;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import java.util.ArrayList;
import java.util.List;

/** Every setting of something with its value and meaning; a changed value is marked. */
public final class SettingsTable {
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final List<String> meanings = new ArrayList<>();

    private SettingsTable() {}

    /**
     * Of values beside those they were edited from; the settings of a part follow one another.
     *
     * @param given to look at
     * @param start unmarked where equal
     */
    public static SettingsTable of(Values given, Values start) {
        SettingsTable table = new SettingsTable();
        table.add("", given, start);
        return table;
    }

    /** With what follows from the settings and cannot be set. */
    public SettingsTable and(String name, Object value, String meaning) {
        return row(name, value.toString(), "", meaning);
    }

    /** The table of all rows. */
    public DataTable titled(String title) {
        return DataTable.of(title + " · * differs from its default")
                .text("setting", names)
                .text("value", values)
                .text("default", plain)
                .text("meaning", meanings);
    }

    private void add(String prefix, Values given, Values start) {
        given.schema().settings().forEach(s -> add(prefix, s, given, start));
    }

    private <T> void add(String prefix, Setting<T> setting, Values given, Values start) {
        T value = given.get(setting);
        T before = start.get(setting);
        if (value instanceof Configured part && before instanceof Configured plainPart) {
            add(prefix + setting.title() + " ", part.values(), plainPart.values());
            return;
        }
        boolean same = value.equals(before);
        row(
                prefix + setting.title(),
                setting.text(value) + (same ? "" : " *"),
                setting.text(before),
                setting.meaning());
    }

    private SettingsTable row(String name, String value, String start, String meaning) {
        names.add(name);
        values.add(value);
        plain.add(start);
        meanings.add(meaning);
        return this;
    }
}
