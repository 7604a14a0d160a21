package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.alpro.train.PrompterTrainer;
import io.github.alprolab.alpro.train.TrainingJob;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.data.DataRecord;
import io.github.alprolab.dsl.listening.RunListener;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.run.RunPlan;
import io.github.alprolab.dsl.run.RunSession;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.training.Smoke;
import io.github.alprolab.dsl.training.SmokeWork;
import io.github.alprolab.dsl.training.TrainingWork;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Trains the prompter by VTC alone (paper section 3.3). A value: each edit returns a copy.
 *
 * <pre>{@code
 * Experiment.prompter("sprites-prompter")
 *         .pairs(pairs).encoders(Encoders.tiny()).trainer(Trainer.adamW(1e-3).epochs(2)).run();
 * }</pre>
 */
public final class PrompterTraining implements Experiment, Trained<PrompterTraining>, Shown {
    private final String name;
    private final Pairs pairs;
    private final Encoders encoders;
    private final Optional<Checkpoint> start;
    private final Trainer trainer;

    private PrompterTraining(
            String name,
            Pairs pairs,
            Encoders encoders,
            Optional<Checkpoint> start,
            Trainer trainer) {
        this.name = name;
        this.pairs = Objects.requireNonNull(pairs, "pairs");
        this.encoders = Objects.requireNonNull(encoders, "encoders");
        this.start = start;
        this.trainer = Objects.requireNonNull(trainer, "trainer");
    }

    static PrompterTraining of(String name, Pairs pairs, Encoders encoders) {
        return new PrompterTraining(name, pairs, encoders, Optional.empty(), encoders.trainer());
    }

    /** Needs pairs next: {@code .pairs(pairs).encoders(Encoders.tiny())}. */
    @FunctionalInterface
    public interface NeedsPairs {
        /** What is trained and validated on. */
        NeedsEncoders pairs(Pairs pairs);
    }

    /** Needs encoders next: {@code .encoders(Encoders.tiny())}. */
    @FunctionalInterface
    public interface NeedsEncoders {
        /** The sizes of the model. */
        PrompterTraining encoders(Encoders encoders);
    }

    @Override
    public String name() {
        return name;
    }

    /** What is trained and validated on. */
    public Pairs pairs() {
        return pairs;
    }

    /** With other pairs. */
    public PrompterTraining pairs(Pairs other) {
        return new PrompterTraining(name, other, encoders, start, trainer);
    }

    /** The sizes of the model. */
    public Encoders encoders() {
        return encoders;
    }

    /** With other sizes. */
    public PrompterTraining encoders(Encoders other) {
        return new PrompterTraining(name, pairs, other, start, trainer);
    }

    /** The trained model whose weights it begins with; empty where they are drawn at random. */
    public Optional<Checkpoint> start() {
        return start;
    }

    /**
     * From the weights of a trained model instead of random ones: to train on, on other clips or on
     * more frames. Its sizes are those of {@link #encoders}, which still say dropout and stochastic
     * depth; word pieces and positions that it lacks are added.
     */
    public PrompterTraining from(Checkpoint weights) {
        Objects.requireNonNull(weights, "weights");
        return new PrompterTraining(name, pairs, encoders, Optional.of(weights), trainer);
    }

    /** How it is trained. */
    public Trainer trainer() {
        return trainer;
    }

    /** With another trainer. */
    public PrompterTraining trainer(Trainer other) {
        return new PrompterTraining(name, pairs, encoders, start, other);
    }

    /** With a change of the trainer, such as {@code t -> t.epochs(5)}. */
    @Override
    public PrompterTraining trainer(UnaryOperator<Trainer> edit) {
        return trainer(edit.apply(trainer));
    }

    @Override
    public String hash() {
        return description().hash();
    }

    @Override
    public Report check() {
        return Report.advised("“%s” · prompter".formatted(name), () -> checking().report());
    }

    private TrainingCheck checking() {
        return new TrainingCheck(description(), pairs, encoders, trainer).from(start);
    }

    @Override
    public PrompterRun run() {
        check().require();
        return new PrompterRun(session().run());
    }

    /**
     * The same, with others told what is measured meanwhile: {@code
     * run(TensorBoard.into(Path.of("tensorboard")))}. No part of the run's identity; a finished run
     * is loaded and tells nobody.
     */
    public PrompterRun run(RunListener first, RunListener... more) {
        check().require();
        return new PrompterRun(session().toldTo(first, more).run());
    }

    @Override
    public PrompterRun again() {
        checking().again().report().require();
        return new PrompterRun(session().again());
    }

    /**
     * Tries the training out: its first two updates and a validation batch, on the device that it
     * will run on. Keeps nothing and leaves no trace; {@code check()} then tells what was measured.
     *
     * @throws io.github.alprolab.dsl.check.AdviceException when the check finds faults
     */
    public Smoke smoke() {
        check().require();
        return SmokeWork.of(
                name, hash(), trainer.device().toString(), listener -> job().smoke(listener));
    }

    private RunSession session() {
        return new RunSession(
                description().plan(RunPlan.Kind.TRAINING, () -> DataRecord.of(pairs.used())),
                new TrainingWork((folder, listener) -> job().run(folder, listener)));
    }

    private TrainingJob job() {
        return PrompterTrainer.job(
                () -> ModelStart.opened(start, encoders, pairs),
                trainer.config(),
                pairs.training());
    }

    private Description description() {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("pairs", pairs.settings());
        parts.put("encoders", encoders.values().identity());
        start.ifPresent(weights -> parts.put("weights", weights.hash()));
        parts.put("trainer", trainer.values().identity());
        return new Description(
                "prompter", name, trainer.device().toString(), pairs.hash(), parts, toString());
    }

    @Override
    public Showing show() {
        return check().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrompterTraining that
                && name.equals(that.name)
                && pairs.equals(that.pairs)
                && encoders.equals(that.encoders)
                && start.equals(that.start)
                && trainer.equals(that.trainer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, pairs, encoders, start, trainer);
    }

    @Override
    public String toString() {
        return "Experiment.prompter(%s).pairs(%s).encoders(%s)%s.trainer(%s)"
                .formatted(
                        Code.of(name),
                        pairs,
                        encoders,
                        start.map(weights -> ".from(" + weights + ")").orElse(""),
                        trainer);
    }
}
