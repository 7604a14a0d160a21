package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.table.DataTable;
import io.github.alprolab.dsl.training.Measured;
import io.github.alprolab.dsl.training.TrainingRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a training of any kind left behind. */
public abstract sealed class TrainingRun implements Run, AutoCloseable
        permits PretrainingRun, PrompterRun, VideoQaRun {
    private final String kind;
    private final TrainingRecord record;
    private Optional<Model> model = Optional.empty();

    TrainingRun(String kind, RunFolder folder) {
        this.kind = kind;
        this.record = new TrainingRecord(folder, TrainingRun::workedOut);
    }

    private static Measured workedOut(TrainingRecord record) {
        return record.workedOut(trainedWith(record).objectives(), last(record).manifest());
    }

    /** The objectives; the prompter's record names none. */
    static Losses trainedWith(TrainingRecord record) {
        Map<String, Map<String, Object>> parts =
                CanonicalJson.parts(record.folder().experiment(), "losses");
        return parts.isEmpty() ? Losses.of(Objective.VTC) : Losses.recorded(parts);
    }

    private static Checkpoint last(TrainingRecord record) {
        return Checkpoint.load(record.folder().checkpoints().resolve("last.alpro"));
    }

    /** What matters for this kind of training over epochs, beside a model that knows nothing. */
    @Override
    public abstract Figure curves();

    /** Chosen metrics over epochs. */
    public Figure curves(Metric first, Metric... more) {
        return record.curves(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /**
     * The best model, to look into. It is opened when it is first asked and kept for the next
     * questions until {@link #close}.
     */
    public synchronized Model model() {
        Checkpoint best = best();
        if (model.filter(m -> m.checkpoint().equals(best)).isEmpty()) {
            model = Optional.of(best.model());
        }
        return model.orElseThrow();
    }

    /** Clips against their captions, as the best model compares them; see {@link Model}. */
    public Figure similarity(Clips clips) {
        return model().similarity(clips);
    }

    /** Frees the model that was looked into; the next question opens it again. */
    @Override
    public synchronized void close() {
        model.ifPresent(Model::close);
    }

    TrainingRecord record() {
        return record;
    }

    @Override
    public Path folder() {
        return record.folder().path();
    }

    @Override
    public Checkpoint best() {
        Path best = record.folder().checkpoints().resolve("best.alpro");
        return Files.exists(best) ? Checkpoint.load(best) : last();
    }

    @Override
    public Checkpoint last() {
        return last(record);
    }

    @Override
    public DataTable metrics() {
        return record.metrics();
    }

    @Override
    public List<Scored> scored() {
        return record.scored();
    }

    @Override
    public Showing show() {
        return record.show(kind);
    }

    @Override
    public String toString() {
        return kind + " “" + name() + "”: " + state();
    }
}
