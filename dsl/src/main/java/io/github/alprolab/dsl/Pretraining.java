package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.inside.StepInspector;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.alpro.train.Pretrainer;
import io.github.alprolab.alpro.train.Start;
import io.github.alprolab.alpro.train.TrainingJob;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.data.DataRecord;
import io.github.alprolab.dsl.inside.StepTables;
import io.github.alprolab.dsl.listening.RunListener;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.run.RunPlan;
import io.github.alprolab.dsl.run.RunSession;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.training.Smoke;
import io.github.alprolab.dsl.training.SmokeWork;
import io.github.alprolab.dsl.training.TrainingWork;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Pre-trains a model with any objectives (paper section 3). A value: each edit returns a copy.
 *
 * <pre>{@code
 * Experiment.pretraining("sprites-tiny")
 *         .pairs(pairs).encoders(Encoders.tiny()).prompter(prompter)
 *         .trainer(Trainer.adamW(1e-3).epochs(4).batch(64)).run();
 * }</pre>
 */
public final class Pretraining implements Experiment, Trained<Pretraining>, Shown {
    private static final int MOST_LOOKED_AT = 64;

    private record Parts(
            Pairs pairs,
            Encoders encoders,
            Optional<Checkpoint> start,
            Losses losses,
            Optional<Prompter> prompter,
            Trainer trainer) {
        Parts trainer(Trainer other) {
            return new Parts(pairs, encoders, start, losses, prompter, other);
        }

        Parts losses(Losses other) {
            return new Parts(pairs, encoders, start, other, prompter, trainer);
        }

        Parts prompter(Prompter teacher) {
            return new Parts(pairs, encoders, start, losses, Optional.of(teacher), trainer);
        }

        Parts model(Encoders sizes, Optional<Checkpoint> weights) {
            return new Parts(pairs, sizes, weights, losses, prompter, trainer);
        }

        Parts pairs(Pairs other) {
            return new Parts(other, encoders, start, losses, prompter, trainer);
        }
    }

    private final String name;
    private final Parts parts;

    private Pretraining(String name, Parts parts) {
        this.name = name;
        this.parts = parts;
    }

    static Pretraining of(String name, Pairs pairs, Encoders encoders) {
        Objects.requireNonNull(pairs, "pairs");
        Objects.requireNonNull(encoders, "encoders");
        return new Pretraining(
                name,
                new Parts(
                        pairs,
                        encoders,
                        Optional.empty(),
                        Losses.alpro(),
                        Optional.empty(),
                        encoders.trainer()));
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
        Pretraining encoders(Encoders encoders);
    }

    @Override
    public String name() {
        return name;
    }

    /** What is trained and validated on. */
    public Pairs pairs() {
        return parts.pairs;
    }

    /** With other pairs. */
    public Pretraining pairs(Pairs other) {
        Objects.requireNonNull(other, "pairs");
        return with(parts.pairs(other));
    }

    /** The sizes of the model. */
    public Encoders encoders() {
        return parts.encoders;
    }

    /** With other sizes. */
    public Pretraining encoders(Encoders other) {
        Objects.requireNonNull(other, "encoders");
        return with(parts.model(other, parts.start));
    }

    /** The trained model whose weights it begins with; empty where they are drawn at random. */
    public Optional<Checkpoint> start() {
        return parts.start;
    }

    /**
     * From the weights of a trained model instead of random ones: to train on, to train on other
     * data, or to teach the fusion encoder what a prompter has aligned. Its sizes are those of
     * {@link #encoders}, which still say dropout and stochastic depth; word pieces and positions
     * that it lacks are added, and heads that it lacks begin at random.
     */
    public Pretraining from(Checkpoint weights) {
        Objects.requireNonNull(weights, "weights");
        return with(parts.model(parts.encoders, Optional.of(weights)));
    }

    /** The objectives with their weights and options. */
    public Losses losses() {
        return parts.losses;
    }

    /** With other objectives. */
    public Pretraining losses(Losses other) {
        Objects.requireNonNull(other, "losses");
        return with(parts.losses(other));
    }

    /** With a change of the objectives, such as {@code l -> l.without(Objective.PEM)}. */
    public Pretraining losses(UnaryOperator<Losses> edit) {
        return losses(edit.apply(parts.losses));
    }

    /** The teacher of the objectives; empty where none is set. */
    public Optional<Prompter> prompter() {
        return parts.prompter;
    }

    /** With a teacher that labels crops. */
    public Pretraining prompter(Prompter teacher) {
        return with(parts.prompter(teacher));
    }

    /** How it is trained. */
    public Trainer trainer() {
        return parts.trainer;
    }

    /** With another trainer. */
    public Pretraining trainer(Trainer other) {
        Objects.requireNonNull(other, "trainer");
        return with(parts.trainer(other));
    }

    /** With a change of the trainer, such as {@code t -> t.epochs(20)}. */
    @Override
    public Pretraining trainer(UnaryOperator<Trainer> edit) {
        return trainer(edit.apply(parts.trainer));
    }

    @Override
    public String hash() {
        return description().hash();
    }

    @Override
    public Report check() {
        return Report.advised("“%s” · pretraining".formatted(name), () -> checking().report());
    }

    private TrainingCheck checking() {
        return new TrainingCheck(description(), parts.pairs, parts.encoders, parts.trainer)
                .from(parts.start)
                .with(parts.losses, parts.prompter);
    }

    @Override
    public PretrainingRun run() {
        check().require();
        return new PretrainingRun(session().run());
    }

    /**
     * The same, with others told what is measured meanwhile: {@code
     * run(TensorBoard.into(Path.of("tensorboard")))}. No part of the run's identity; a finished run
     * is loaded and tells nobody.
     */
    public PretrainingRun run(RunListener first, RunListener... more) {
        check().require();
        return new PretrainingRun(session().toldTo(first, more).run());
    }

    @Override
    public PretrainingRun again() {
        checking().again().report().require();
        return new PretrainingRun(session().again());
    }

    /** What the objectives see of some clips before anything is learned; see the other method. */
    public StepLook look(Clips clips) {
        return look(clips, parts.start);
    }

    /**
     * What the objectives see of some clips with a model's weights: the frames, captions, hidden
     * words, negatives and crops that the first update would draw for them, and the losses of
     * training. Nothing is learned or written, and there is no dropout.
     *
     * @param clips 2 to 64 of {@link #pairs}, a batch
     * @param weights such as {@code run.last()}
     */
    public StepLook look(Clips clips, Checkpoint weights) {
        return look(clips, Optional.of(weights));
    }

    private StepLook look(Clips clips, Optional<Checkpoint> weights) {
        List<Objective> objectives = parts.losses.taughtBy(parts.prompter);
        requireToLookAt(clips, objectives);
        try {
            Start start = opened(weights);
            StepInspector inspector =
                    new StepInspector(
                            start, objectives, parts.trainer.config(), parts.pairs.training());
            return new StepLook(
                    name,
                    new StepTables(
                            inspector.look(clips.list().stream().map(Clip::pair).toList()),
                            sizes().video()));
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The step cannot be looked at", e, "pretraining.look(pairs.sample(4))");
        }
    }

    private static void requireToLookAt(Clips clips, List<Objective> objectives) {
        if (clips.size() < 2 || clips.size() > MOST_LOOKED_AT) {
            throw new AdviceException(
                    "C40",
                    "look(…) is given %d clips; a batch of 2 to %d is needed, since one clip has no negatives."
                            .formatted(clips.size(), MOST_LOOKED_AT),
                    "pretraining.look(pairs.only(Split.TRAIN).sample(4))");
        }
        objectives.stream()
                .flatMap(o -> o.missing().stream())
                .findFirst()
                .ifPresent(
                        m -> {
                            throw new AdviceException("C01", m.what(), m.fix());
                        });
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
                name, hash(), parts.trainer.device().toString(), listener -> job().smoke(listener));
    }

    private RunSession session() {
        Pairs pairs = parts.pairs;
        return new RunSession(
                description().plan(RunPlan.Kind.TRAINING, () -> DataRecord.of(pairs.used())),
                new TrainingWork((folder, listener) -> job().run(folder, listener)));
    }

    private TrainingJob job() {
        return Pretrainer.job(
                () -> opened(parts.start),
                parts.losses.taughtBy(parts.prompter),
                parts.trainer.config(),
                parts.pairs.training());
    }

    private Start opened(Optional<Checkpoint> weights) throws IOException {
        return ModelStart.opened(weights, parts.encoders, parts.pairs);
    }

    private AlproConfig sizes() {
        return parts.encoders.config(parts.pairs.frames(), parts.pairs.size());
    }

    private Description description() {
        Map<String, Object> all = new TreeMap<>();
        all.put("pairs", parts.pairs.settings());
        all.put("encoders", parts.encoders.values().identity());
        parts.start.ifPresent(weights -> all.put("weights", weights.hash()));
        all.put("losses", parts.losses.settings());
        // A teacher that nobody listens to is no part of what is trained.
        parts.prompter
                .filter(p -> parts.losses.hearPrompter())
                .ifPresent(p -> all.put("prompter", p.settings()));
        all.put("trainer", parts.trainer.values().identity());
        return new Description(
                "pretraining",
                name,
                parts.trainer.device().toString(),
                parts.pairs.hash(),
                all,
                parts.losses.definitions() + this);
    }

    private Pretraining with(Parts changed) {
        return new Pretraining(name, changed);
    }

    @Override
    public Showing show() {
        return check().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pretraining that
                && name.equals(that.name)
                && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, parts);
    }

    @Override
    public String toString() {
        return "Experiment.pretraining(%s).pairs(%s).encoders(%s)%s.losses(%s)%s.trainer(%s)"
                .formatted(
                        Code.of(name),
                        parts.pairs,
                        parts.encoders,
                        parts.start.map(weights -> ".from(" + weights + ")").orElse(""),
                        parts.losses,
                        parts.prompter.map(p -> ".prompter(" + p + ")").orElse(""),
                        parts.trainer);
    }
}
