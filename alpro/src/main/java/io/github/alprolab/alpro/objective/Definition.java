package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * An objective that is being written; {@link #loss} ends it. Immutable: each call returns a copy.
 *
 * <p>The text of the code that calls {@link #loss} is part of the objective's identity: a notebook
 * gives the statement with the declarations it uses; elsewhere the class that the loss is written
 * in counts, by its checksum.
 */
public final class Definition {
    private static final Set<String> RESERVED = Set.of("name", "source", "weight");

    final String name;
    final String question;
    final Chance chance;
    final List<Figure> figures;
    final List<Setting<Double>> options;
    final Consumer<Heads> heads;
    final Consumer<Update> afterUpdate;
    final Optional<String> source;

    /** A figure beside the loss. */
    record Figure(String name, Better better, Chance chance) {}

    Definition(String name) {
        this(
                name,
                "–",
                Chance.unknown(),
                List.of(),
                List.of(),
                heads -> {},
                update -> {},
                Optional.empty());
    }

    private Definition(
            String name,
            String question,
            Chance chance,
            List<Figure> figures,
            List<Setting<Double>> options,
            Consumer<Heads> heads,
            Consumer<Update> afterUpdate,
            Optional<String> source) {
        this.name = Objects.requireNonNull(name, "name");
        this.question = question;
        this.chance = chance;
        this.figures = figures;
        this.options = options;
        this.heads = heads;
        this.afterUpdate = afterUpdate;
        this.source = source;
    }

    /** What it asks the model, in one sentence. */
    public Definition asks(String sentence) {
        return copy(sentence, chance, figures, options, heads, afterUpdate, source);
    }

    /**
     * The loss of a model that knows nothing.
     *
     * @param words such as “coin”
     */
    public Definition chance(String words, double value) {
        return chance(Chance.of(words, value));
    }

    /** The same where it depends on sizes, such as {@code sizes -> Math.log(sizes.batch())}. */
    public Definition chance(String words, ToDoubleFunction<Sizes> value) {
        return chance(new Chance(words, words, value));
    }

    private Definition chance(Chance other) {
        return copy(question, other, figures, options, heads, afterUpdate, source);
    }

    /** A figure that {@link Step#report} will tell beside the loss. */
    public Definition reports(String figure, Better better) {
        return reports(new Figure(figure, better, Chance.unknown()));
    }

    /**
     * The same with what a model that knows nothing reaches.
     *
     * @param words such as “coin”
     */
    public Definition reports(String figure, Better better, String words, double chance) {
        return reports(new Figure(figure, better, Chance.of(words, chance)));
    }

    private Definition reports(Figure figure) {
        return copy(question, chance, with(figures, figure), options, heads, afterUpdate, source);
    }

    /**
     * A number that {@link Step#option} gives, part of the record; {@link Written#option(String,
     * double)} changes it.
     */
    public Definition option(String name, double standard) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "Objective “%s”: an option cannot be called “%s”; its record has that already."
                            .formatted(this.name, name));
        }
        Setting<Double> option =
                Setting.number(
                                name,
                                standard,
                                new Allowed<>("a finite number", v -> Double.isFinite(v)))
                        .says("option of " + this.name, "");
        return copy(question, chance, figures, with(options, option), heads, afterUpdate, source);
    }

    /** Declares parameters of its own, such as {@code h -> h.linear("order", h.width(), 2)}. */
    public Definition head(Consumer<Heads> more) {
        Consumer<Heads> both = heads.andThen(more);
        return copy(question, chance, figures, options, both, afterUpdate, source);
    }

    /** Called after every update of the weights, such as for a teacher that follows slowly. */
    public Definition afterUpdate(Consumer<Update> work) {
        return copy(question, chance, figures, options, heads, work, source);
    }

    /** Its identity where neither a cell's text nor a class can be found. */
    public Definition source(String text) {
        return copy(question, chance, figures, options, heads, afterUpdate, Optional.of(text));
    }

    /**
     * The loss of a batch, a scalar that depends on the model; ends the definition.
     *
     * @throws IllegalArgumentException when the text of the code cannot be found
     */
    public Written loss(Function<Step, StepTensor> loss) {
        return Written.of(this, loss, source.orElseGet(() -> SourceText.of(name, loss)));
    }

    private Definition copy(
            String question,
            Chance chance,
            List<Figure> figures,
            List<Setting<Double>> options,
            Consumer<Heads> heads,
            Consumer<Update> afterUpdate,
            Optional<String> source) {
        return new Definition(name, question, chance, figures, options, heads, afterUpdate, source);
    }

    private static <T> List<T> with(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return List.copyOf(all);
    }
}
