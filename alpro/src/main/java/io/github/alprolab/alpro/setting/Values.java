package io.github.alprolab.alpro.setting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A value for each setting of a {@link Schema}, each within its range. Immutable; an edit returns a
 * copy.
 */
public final class Values {
    private final Schema schema;
    private final Map<Setting<?>, Object> given;

    private Values(Schema schema, Map<Setting<?>, Object> given) {
        this.schema = schema;
        this.given = given;
    }

    static Values standard(Schema schema) {
        Map<Setting<?>, Object> all = new IdentityHashMap<>();
        schema.settings().forEach(s -> all.put(s, s.standard()));
        return new Values(schema, all);
    }

    /** The declarations. */
    public Schema schema() {
        return schema;
    }

    /**
     * The value of a setting.
     *
     * @throws IllegalArgumentException for one that is not declared here
     */
    @SuppressWarnings("unchecked") // with() puts in nothing but a T
    public <T> T get(Setting<T> setting) {
        return (T) Optional.ofNullable(given.get(setting)).orElseThrow(() -> undeclared(setting));
    }

    /**
     * With another value of one setting.
     *
     * @throws SettingException for one outside its range
     * @throws IllegalArgumentException for a setting that is not declared here
     */
    public <T> Values with(Setting<T> setting, T value) {
        if (!given.containsKey(setting)) {
            throw undeclared(setting);
        }
        Map<Setting<?>, Object> changed = new IdentityHashMap<>(given);
        changed.put(setting, setting.checked(value));
        return new Values(schema, changed);
    }

    private IllegalArgumentException undeclared(Setting<?> setting) {
        return new IllegalArgumentException(
                "%s has no setting %s; it has %s."
                        .formatted(schema.name(), setting, schema.settings()));
    }

    /** Settings whose value is not their default, in order. */
    public List<Setting<?>> changed() {
        return changedFrom(schema.values());
    }

    /** Settings whose value is another than in {@code plain}, in order. */
    public List<Setting<?>> changedFrom(Values plain) {
        return schema.settings().stream()
                .filter(s -> !get(s).equals(plain.get(s)))
                .collect(Collectors.toUnmodifiableList());
    }

    /** What is part of a run's identity, by name: numbers, strings, booleans, lists and maps. */
    public Map<String, Object> identity() {
        Map<String, Object> all = new TreeMap<>();
        each(
                new Visit() {
                    @Override
                    public <T> void see(Setting<T> setting, T value) {
                        boolean changed = !value.equals(setting.standard());
                        Identity place = setting.identity();
                        if (place == Identity.ALWAYS
                                || place == Identity.WHERE_CHANGED && changed) {
                            all.put(setting.name(), setting.json(value));
                        }
                    }
                });
        return Collections.unmodifiableMap(all);
    }

    /** What every step of a training depends on: each value for people, by title. */
    public Map<String, String> steps() {
        Map<String, String> all = new TreeMap<>();
        schema.settings().stream()
                .filter(Setting::decidesSteps)
                .forEach(s -> all.put(s.title(), String.valueOf(get(s))));
        return all;
    }

    /** Each value for people, in order of declaration. */
    public List<String> texts() {
        List<String> all = new ArrayList<>();
        each(
                new Visit() {
                    @Override
                    public <T> void see(Setting<T> setting, T value) {
                        all.add(setting.text(value));
                    }
                });
        return all;
    }

    /**
     * What differs, as “epochs 10 → 20”.
     *
     * @param after of the same schema
     */
    public List<String> differences(Values after) {
        List<String> before = texts();
        List<String> now = after.texts();
        return after.changedFrom(this).stream()
                .map(s -> schema.settings().indexOf(s))
                .map(i -> schema.settings().get(i) + " " + before.get(i) + " → " + now.get(i))
                .toList();
    }

    /** The calls that make these values of the defaults, all of the identity written out. */
    public String calls() {
        return calls(schema.values(), setting -> setting.identity() == Identity.ALWAYS);
    }

    /** The same without a call for {@code said}, which the factory before the calls has said. */
    public String callsAfter(Setting<?> said) {
        return calls(
                with(schema.values(), said),
                setting -> setting.identity() == Identity.ALWAYS && setting != said);
    }

    private <T> Values with(Values plain, Setting<T> setting) {
        return plain.with(setting, get(setting));
    }

    /** The calls that make these values of others. */
    public String callsFrom(Values plain) {
        return calls(plain, setting -> false);
    }

    private String calls(Values plain, Predicate<Setting<?>> always) {
        StringBuilder calls = new StringBuilder();
        each(
                new Visit() {
                    @Override
                    public <T> void see(Setting<T> setting, T value) {
                        T before = plain.get(setting);
                        if (always.test(setting) || !value.equals(before)) {
                            calls.append(setting.call(value, before));
                        }
                    }
                });
        return calls.toString();
    }

    /** Looks at a setting and its value, whose types belong together. */
    private interface Visit {
        <T> void see(Setting<T> setting, T value);
    }

    private void each(Visit visit) {
        schema.settings().forEach(s -> see(visit, s));
    }

    private <T> void see(Visit visit, Setting<T> setting) {
        visit.see(setting, get(setting));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values that
                && schema == that.schema
                && schema.settings().stream().allMatch(s -> get(s).equals(that.get(s)));
    }

    @Override
    public int hashCode() {
        return schema.settings().stream().map(this::get).map(Objects::hashCode).toList().hashCode();
    }

    @Override
    public String toString() {
        return schema.name() + calls();
    }
}
