package io.github.alprolab.alpro.nn;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All tensors of a model under their published names, in declaration order.
 *
 * <p>An alias is a second name of one tensor, as tied weights are stored in published files.
 */
public final class StateDict {
    private final Compute compute;
    private final RandomStreams random;
    private final First first;
    private final Map<String, Parameter> entries = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, Runnable> undrawn = new LinkedHashMap<>();

    /** When first values are drawn. */
    private enum First {
        AT_ONCE,
        BEHIND_A_FILE,
        NEVER
    }

    /** An empty one; what is declared in it starts at values of {@code random}. */
    public StateDict(Compute compute, RandomStreams random) {
        this(compute, random, First.AT_ONCE);
    }

    private StateDict(Compute compute, RandomStreams random, First first) {
        this.compute = compute;
        this.random = random;
        this.first = first;
    }

    /**
     * One whose tensors have names and shapes, but share the memory of a single zero: to compare a
     * model of any size with a file before memory is spent.
     */
    public static StateDict outline(Compute compute) {
        return new StateDict(compute, new RandomStreams(0), First.NEVER);
    }

    /**
     * One that a file is about to fill: its tensors are 0 until {@link #filled} draws first values
     * for those that the file has not, which are the same as without a file. To draw normal values
     * for a whole model takes longer than to read it.
     */
    public static StateDict forFile(Compute compute, RandomStreams random) {
        return new StateDict(compute, random, First.BEHIND_A_FILE);
    }

    /**
     * A file has filled some tensors: what waited for it and is none of them gets its first values.
     *
     * @param names of what was filled
     */
    public void filled(Collection<String> names) {
        undrawn.keySet().removeAll(names);
        undrawn.values().forEach(Runnable::run);
        undrawn.clear();
    }

    /** The namespace without a prefix. */
    public Namespace root() {
        return new Namespace(this, "", false);
    }

    /** Names with their tensors, aliases included. */
    public Map<String, Parameter> named() {
        Map<String, Parameter> all = new LinkedHashMap<>(entries);
        aliases.forEach((alias, name) -> all.put(alias, entries.get(name)));
        return all;
    }

    /** Every tensor once. */
    public List<Parameter> unique() {
        return List.copyOf(entries.values());
    }

    /** Tensors that an optimiser changes, each once. */
    public List<Parameter> trainable() {
        return entries.values().stream().filter(Parameter::trainable).toList();
    }

    /** The tensor of a name or alias. */
    public Optional<Parameter> find(String name) {
        return Optional.ofNullable(entries.get(aliases.getOrDefault(name, name)));
    }

    /** Number of trainable values, tied ones once. */
    public long parameters() {
        return trainable().stream().mapToLong(p -> p.value().elements()).sum();
    }

    Compute compute() {
        return compute;
    }

    RandomStreams random() {
        return random;
    }

    boolean shapesOnly() {
        return first == First.NEVER;
    }

    /** Draws first values, at once or when a file has not given them. */
    void draw(String name, Runnable values) {
        if (first == First.BEHIND_A_FILE) {
            undrawn.put(name, values);
        } else {
            values.run();
        }
    }

    void put(Parameter parameter) {
        if (find(parameter.name()).isPresent()) {
            throw new IllegalStateException(parameter.name() + " is declared twice");
        }
        entries.put(parameter.name(), parameter);
    }

    void alias(String alias, String name) {
        aliases.put(alias, name);
    }
}
