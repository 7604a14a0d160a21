package io.github.alprolab.alpro.setting;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The declaration of one setting, a value itself: all that is said of the setting is said here.
 *
 * <pre>{@code
 * static final Setting<Double> WARMUP =
 *         TRAINER.add(
 *                 Setting.number("warmup", 0.05, Allowed.shareBelowOne())
 *                         .says("share of all updates in which the learning rate rises", "paper 4.1"));
 * }</pre>
 *
 * @param <T> type of its values: immutable, with {@code equals} by value
 */
public final class Setting<T> {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final String name;
    private final T standard;
    private final Allowed<T> allowed;
    private Function<T, Object> json;

    /** The call that makes a value of another; empty where none is needed. */
    private BiFunction<T, T, String> call;

    private Function<T, String> text = String::valueOf;
    private String title;
    private String unit = "";
    private String sentence = "";
    private String source = "";
    private Identity identity = Identity.ALWAYS;
    private boolean decidingSteps = true;

    /** A call that is right; empty for the one that sets the default. */
    private String example = "";

    private Setting(
            String name,
            T standard,
            Allowed<T> allowed,
            BiFunction<T, T, String> call,
            Function<T, Object> json) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("“" + name + "” cannot name a method.");
        }
        this.name = name;
        this.title = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        this.standard = Objects.requireNonNull(standard, name);
        this.allowed = allowed;
        this.call = call;
        this.json = json;
    }

    /** The methods below change a copy that nobody else has seen yet. */
    private Setting(Setting<T> other) {
        this(other.name, other.standard, other.allowed, other.call, other.json);
        this.text = other.text;
        this.title = other.title;
        this.unit = other.unit;
        this.sentence = other.sentence;
        this.source = other.source;
        this.identity = other.identity;
        this.decidingSteps = other.decidingSteps;
        this.example = other.example;
    }

    /**
     * Of any type.
     *
     * @param name of the method that sets it and its key in a record, such as {@code weightDecay}
     * @param standard its default
     * @param allowed its range
     * @param code a value as Java source, the arguments of the call
     * @param json a value as number, string, boolean, list or map
     */
    public static <T> Setting<T> of(
            String name,
            T standard,
            Allowed<T> allowed,
            Function<T, String> code,
            Function<T, Object> json) {
        return new Setting<>(
                name, standard, allowed, (v, plain) -> call(name, code.apply(v)), json);
    }

    /** A number. */
    public static Setting<Double> number(String name, double standard, Allowed<Double> allowed) {
        return of(name, standard, allowed, v -> Double.toString(v), v -> v).reads(Code::brief);
    }

    /** A number from 0 to 1. */
    public static Setting<Double> share(String name, double standard) {
        return number(name, standard, Allowed.share());
    }

    /** A whole number with a lower bound. */
    public static Setting<Integer> count(String name, int standard, int least) {
        return of(name, standard, Allowed.atLeast(least), v -> Integer.toString(v), v -> v);
    }

    /** Any whole number, such as a seed. */
    public static Setting<Long> whole(String name, long standard) {
        return of(name, standard, Allowed.any("any whole number"), v -> v + "L", v -> v);
    }

    /** One of an enum's constants. */
    public static <E extends Enum<E>> Setting<E> choice(String name, E standard) {
        String constants =
                Stream.of(standard.getDeclaringClass().getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "));
        return of(name, standard, Allowed.any("one of " + constants), Code::of, Enum::name);
    }

    /** Off unless it is called for: {@code .gradientCheckpointing()}. */
    public static Setting<Boolean> flag(String name) {
        return of(name, false, Allowed.any("on or off"), v -> v ? "" : "false", v -> v)
                .reads(v -> v ? "on" : "off");
    }

    /** What cannot be chosen yet but is part of every record. */
    public static Setting<String> fixed(String name, String value) {
        return new Setting<>(
                name,
                value,
                new Allowed<>("“" + value + "”", value::equals),
                (v, plain) -> "",
                v -> v);
    }

    /**
     * A setting that may be absent, which is its default.
     *
     * @param present how a value is checked and written
     * @param none what a record and people read where it is absent
     */
    public static <T> Setting<Optional<T>> optional(Setting<T> present, String none) {
        Setting<Optional<T>> copy =
                new Setting<>(
                        present.name,
                        Optional.<T>empty(),
                        new Allowed<Optional<T>>(
                                present.allowed.words(),
                                v -> v.isEmpty() || present.allowed.test().test(v.get())),
                        (v, plain) -> v.map(it -> present.call(it, it)).orElse(""),
                        v -> v.map(present.json).orElse(none));
        copy.text = v -> v.map(present.text).orElse(none);
        copy.unit = present.unit;
        copy.example = present.call(present.standard, present.standard);
        return copy;
    }

    /** Any number of values; none by default. */
    public static <T> Setting<List<T>> list(
            String name,
            Allowed<List<T>> allowed,
            Function<T, String> code,
            Function<T, Object> json) {
        return of(
                name,
                List.of(),
                allowed,
                all -> all.stream().map(code).collect(Collectors.joining(", ")),
                all -> all.stream().map(json).toList());
    }

    /** A part with settings of its own, edited in place: {@code .video(v -> v.layers(6))}. */
    public static <T extends Configured> Setting<T> part(String name, T standard) {
        return new Setting<T>(
                name,
                standard,
                Allowed.any("settings of its own"),
                (v, plain) -> edit(name, v.values().callsFrom(plain.values())),
                v -> v.values().identity());
    }

    private static String edit(String name, String calls) {
        String it = name.substring(0, 1);
        return calls.isEmpty() ? "" : call(name, it + " -> " + it + calls);
    }

    private static String call(String name, String arguments) {
        return "." + name + "(" + arguments + ")";
    }

    /** With what it means, in one sentence without an end, and where paper or code say so. */
    public Setting<T> says(String meaning, String where) {
        Setting<T> copy = new Setting<>(this);
        copy.sentence = meaning;
        copy.source = where;
        return copy;
    }

    /** With a title for people, where the name in words is not it. */
    public Setting<T> titled(String words) {
        Setting<T> copy = new Setting<>(this);
        copy.title = words;
        return copy;
    }

    /** With a unit, such as “updates”. */
    public Setting<T> in(String one) {
        Setting<T> copy = new Setting<>(this);
        copy.unit = one;
        return copy;
    }

    /** With another way to show a value to people. */
    public Setting<T> reads(Function<T, String> words) {
        Setting<T> copy = new Setting<>(this);
        copy.text = words;
        return copy;
    }

    /** Set by another call than that of its name, such as {@code .rerankAll()}. */
    public Setting<T> written(Function<T, String> calls) {
        Setting<T> copy = new Setting<>(this);
        copy.call = (value, plain) -> calls.apply(value);
        return copy;
    }

    /** With a call that is right, where the one of the default is none: {@code .and(more, 0.5)}. */
    public Setting<T> suchAs(String right) {
        Setting<T> copy = new Setting<>(this);
        copy.example = right;
        return copy;
    }

    /** With another form in records. */
    public Setting<T> recorded(Function<T, Object> form) {
        Setting<T> copy = new Setting<>(this);
        copy.json = form;
        return copy;
    }

    /** With another place in the identity of a run. */
    public Setting<T> identity(Identity place) {
        Setting<T> copy = new Setting<>(this);
        copy.identity = place;
        copy.decidingSteps &= place != Identity.NEVER;
        return copy;
    }

    /**
     * With no effect on any step of a training, so that a checkpoint goes on with another value.
     */
    public Setting<T> besideTheSteps() {
        Setting<T> copy = new Setting<>(this);
        copy.decidingSteps = false;
        return copy;
    }

    /** Of the method that sets it, and its key in a record. */
    public String name() {
        return name;
    }

    /** Its default. */
    public T standard() {
        return standard;
    }

    /** Its range in words, which complete “allowed is …”. */
    public String allowed() {
        return allowed.words();
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Of its values; empty where they have none. */
    public String unit() {
        return unit;
    }

    /** What it means. */
    public String sentence() {
        return sentence;
    }

    /** Where paper or code say so; empty for our own. */
    public String source() {
        return source;
    }

    /** Whether it is part of a run's identity. */
    public Identity identity() {
        return identity;
    }

    /** Whether a training could take other steps with another value. */
    public boolean decidesSteps() {
        return decidingSteps;
    }

    /**
     * Gives the value back where it is allowed.
     *
     * @throws SettingException with what was given, what is allowed and what to write
     */
    public T checked(T value) {
        if (!allowed.test().test(Objects.requireNonNull(value, name))) {
            throw new SettingException(
                    "%s(%s) is given; allowed is %s.".formatted(name, text(value), allowed()),
                    example.isEmpty() ? call(standard, standard) : example);
        }
        return value;
    }

    /** For people. */
    public String text(T value) {
        return text.apply(value);
    }

    /** For records: a number, string, boolean, list or map. */
    public Object json(T value) {
        return json.apply(value);
    }

    /**
     * The call that sets a value, such as {@code .warmup(0.1)}; empty where it needs none.
     *
     * @param plain what it was before the call, which matters to parts alone
     */
    public String call(T value, T plain) {
        return call.apply(value, plain);
    }

    /** What it means, with unit and source. */
    public String meaning() {
        return sentence
                + (unit.isEmpty() ? "" : ", in " + unit)
                + (source.isEmpty() ? "" : " (" + source + ")");
    }

    @Override
    public String toString() {
        return name;
    }
}
