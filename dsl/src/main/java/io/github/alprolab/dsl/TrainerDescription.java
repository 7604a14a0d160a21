package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.TrainOptions;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a trainer's settings look like: to the reader, in the run's record, and as code. */
record TrainerDescription(TrainConfig config) {

    DataTable table() {
        TrainOptions options = config.options();
        return new Rows()
                .row("learning rate", Numbers.brief(config.learningRate()))
                .row("warm-up", Numbers.percent(config.warmup()) + " of the steps")
                .row("decay", config.decay())
                .row("weight decay", Numbers.brief(config.weightDecay()))
                .row("clip", Numbers.brief(config.clip()))
                .row("epochs", config.epochs())
                .row("batch", config.batch())
                .row("accumulate", options.accumulate())
                .row("gradient checkpointing", options.gradientCheckpointing() ? "on" : "off")
                .row("like the reference code", likesReferenceCode() ? "yes" : "no")
                .row("precision", Precision.FP32)
                .row("device", new Device(config.device()))
                .row("seed", config.seed())
                .table();
    }

    /** Every setting that decides what a run becomes, for its record and its hash. */
    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>();
        all.put("optimizer", "AdamW");
        all.put("learningRate", config.learningRate());
        all.put("warmup", config.warmup());
        all.put("decay", config.decay().name());
        all.put("weightDecay", config.weightDecay());
        all.put("clip", config.clip());
        all.put("epochs", config.epochs());
        all.put("batch", config.batch());
        all.put("seed", config.seed());
        all.put("precision", Precision.FP32.name());
        // Newer settings enter where they are used, so that earlier runs keep their hash.
        if (config.options().accumulate() > 1) {
            all.put("accumulate", config.options().accumulate());
        }
        if (config.options().gradientCheckpointing()) {
            all.put("gradientCheckpointing", true);
        }
        if (likesReferenceCode()) {
            all.put("likeReferenceCode", true);
        }
        return all;
    }

    /** The calls that make a trainer of these settings. */
    String calls() {
        return ("adamW(%s).warmup(%s).decay(Decay.%s).weightDecay(%s).clip(%s).epochs(%s).batch(%s)"
                        + "%s.seed(%sL).device(%s)")
                .formatted(
                        config.learningRate(),
                        config.warmup(),
                        config.decay(),
                        config.weightDecay(),
                        config.clip(),
                        config.epochs(),
                        config.batch(),
                        optionCalls(),
                        config.seed(),
                        new Device(config.device()));
    }

    private String optionCalls() {
        TrainOptions options = config.options();
        return (options.accumulate() > 1 ? ".accumulate(%s)".formatted(options.accumulate()) : "")
                + (options.gradientCheckpointing() ? ".gradientCheckpointing()" : "")
                + (likesReferenceCode() ? ".likeReferenceCode()" : "");
    }

    private boolean likesReferenceCode() {
        return !config.options().quirks().isEmpty();
    }

    private static final class Rows {
        private final List<String> names = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        Rows row(String name, Object value) {
            names.add(name);
            values.add(value.toString());
            return this;
        }

        DataTable table() {
            return DataTable.of("Trainer: AdamW").text("setting", names).text("value", values);
        }
    }
}
