package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An objective that is written where it is used; see {@link Objective#named}. */
public final class Written extends Objective {
    /** Colours that no published objective has, told apart with any kind of vision. */
    private static final int[] COLOURS = {0xD55E00, 0x56B4E9, 0x7F7F7F, 0x8C6D31};

    private static final Pattern VARIABLE =
            Pattern.compile("(?m)^(?:var|Objective|Written)\\s+(\\w+)\\s*=");

    private final Definition definition;
    private final Function<Step, StepTensor> loss;
    private final String source;

    private Written(
            Definition definition, Function<Step, StepTensor> loss, String source, Values values) {
        super(definition.name, values);
        this.definition = definition;
        this.loss = loss;
        this.source = source;
    }

    static Written of(Definition definition, Function<Step, StepTensor> loss, String source) {
        if (published().stream()
                .anyMatch(o -> o.key().equals(ObjectiveNames.key(definition.name)))) {
            throw new IllegalArgumentException(
                    "“%s” is the name of a published objective; give yours another."
                            .formatted(definition.name));
        }
        Schema schema = new Schema(definition.name);
        schema.add(WEIGHT);
        definition.options.forEach(schema::add);
        return new Written(definition, loss, source, schema.values());
    }

    static double option(Objective objective, String name) {
        return objective.values().get(setting(objective, name));
    }

    @SuppressWarnings("unchecked") // a definition's options are numbers
    private static Setting<Double> setting(Objective objective, String name) {
        return (Setting<Double>)
                objective.values().schema().settings().stream()
                        .filter(s -> s.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "Objective “%s” has no option “%s”; it has %s."
                                                        .formatted(
                                                                objective.name(),
                                                                name,
                                                                objective
                                                                        .values()
                                                                        .schema()
                                                                        .settings())));
    }

    @Override
    Written with(Values changed) {
        return new Written(definition, loss, source, changed);
    }

    @Override
    public Written weight(double factor) {
        return with(values().with(WEIGHT, factor));
    }

    /** With another value of one of its options. */
    public Written option(String name, double value) {
        return with(values().with(setting(this, name), value));
    }

    /** The text of its code, or the checksum of its class. */
    public String source() {
        return source;
    }

    @Override
    public Map<String, Object> identity() {
        Map<String, Object> all = super.identity();
        all.put("name", name());
        all.put("source", source);
        return all;
    }

    @Override
    public String question() {
        return definition.question;
    }

    @Override
    public String optionWords() {
        List<String> texts = values().texts();
        StringBuilder words = new StringBuilder();
        for (int i = 1; i < texts.size(); i++) { // the weight has a column of its own
            words.append(i == 1 ? "" : ", ")
                    .append(values().schema().settings().get(i))
                    .append(' ')
                    .append(texts.get(i));
        }
        return words.toString();
    }

    @Override
    public Chance chance() {
        return definition.chance;
    }

    @Override
    public List<Metric> reports() {
        return definition.figures.stream()
                .map(
                        f -> {
                            String title = name() + " " + f.name();
                            return report(title, title, f.better(), f.chance());
                        })
                .toList();
    }

    @Override
    public int colour() {
        return COLOURS[Math.floorMod(key().hashCode(), COLOURS.length)];
    }

    /** What its code reads is not known before it runs. */
    @Override
    boolean readsMatchedTokens() {
        return true;
    }

    @Override
    void heads(Heads heads) {
        definition.heads.accept(heads);
    }

    @Override
    public StepTensor loss(Step step) {
        return loss.apply(step);
    }

    @Override
    void afterUpdate(Update update) {
        definition.afterUpdate.accept(update);
    }

    /** The variable that its text declares; the record holds that text. */
    @Override
    String code() {
        StringBuilder code = new StringBuilder(variable());
        for (Setting<?> changed : values().changed()) {
            code.append(
                    changed == WEIGHT
                            ? ".weight(" + weight() + ")"
                            : ".option(\"%s\", %s)"
                                    .formatted(changed, option(this, changed.name())));
        }
        return code.toString();
    }

    private String variable() {
        Matcher declared = VARIABLE.matcher(source);
        String name = key();
        while (declared.find()) {
            name = declared.group(1); // the last statement is the one that defines it
        }
        return name;
    }
}
