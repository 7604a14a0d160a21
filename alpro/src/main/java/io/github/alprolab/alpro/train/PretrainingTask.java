package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.loss.LossValues;
import io.github.alprolab.alpro.loss.PretrainingLoss;
import io.github.alprolab.alpro.loss.PretrainingLoss.NegativeChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.prompter.CropPixels;
import io.github.alprolab.alpro.prompter.Prompter;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objectives of a {@link LossConfig} with a frozen teacher where PEM is on. */
final class PretrainingTask implements TrainingTask {
    private final AlproConfig config;
    private final LossConfig losses;
    private final Vocabulary vocabulary;
    private final List<String> entities;
    private final Optional<Prompter> teacher;
    private final BatchMaker batches;
    private final StateDict state;
    private final PretrainingModel model;
    private final PretrainingLoss loss;

    PretrainingTask(
            Compute compute,
            AlproConfig config,
            LossConfig losses,
            Vocabulary vocabulary,
            List<String> entities,
            Optional<Prompter> teacher,
            BatchMaker batches,
            long seed) {
        this.config = config;
        this.losses = losses;
        this.vocabulary = vocabulary;
        this.entities = entities;
        this.teacher = teacher;
        this.batches = batches;
        this.state = new StateDict(compute, new RandomStreams(seed));
        this.model =
                new PretrainingModel(
                        state.root(), config, losses.temperature(), Math.max(1, entities.size()));
        this.loss = new PretrainingLoss(model, losses);
    }

    @Override
    public StateDict state() {
        return state;
    }

    @Override
    public AlproModel alpro() {
        return model.alpro();
    }

    @Override
    public BatchMaker batches() {
        return batches;
    }

    @Override
    public LossValues losses(Scope scope, Batch batch, NegativeChoice negatives, boolean training) {
        int frames = config.video().frames();
        int size = config.video().imageSize();
        int clips = batch.clips();
        boolean pem = losses.has(Objective.PEM);
        return loss.of(
                new PretrainingLoss.Inputs(
                        scope.frames(batch.pixels(), clips, frames, size),
                        scope.of(batch.texts().ids(), clips, batch.texts().length()),
                        scope.of(batch.texts().mask(), clips, batch.texts().length()),
                        Optional.of(batch.masked()),
                        pem ? Optional.of(inside(scope, batch.boxes())) : Optional.empty(),
                        teacher.map(t -> labels(t, scope, batch))),
                negatives,
                training);
    }

    @Override
    public String objectives() {
        return losses.toString();
    }

    @Override
    public CheckpointManifest manifest(int step, int epoch, Map<String, Double> metrics) {
        return new CheckpointManifest(
                CheckpointManifest.FORMAT,
                "pretraining",
                config,
                vocabulary.pieces(),
                entities,
                step,
                epoch,
                metrics);
    }

    private Tensor labels(Prompter prompter, Scope scope, Batch batch) {
        int size = config.video().imageSize();
        byte[] crops =
                CropPixels.of(
                        batch.pixels(),
                        batch.boxes().toArray(CropBox[]::new),
                        size,
                        config.video().patch());
        return prompter.labels(
                scope,
                scope.frames(crops, batch.clips(), config.video().frames(), size),
                batch.prompts());
    }

    private Tensor inside(Scope scope, List<CropBox> boxes) {
        int patches = config.video().patches();
        float[] inside = new float[boxes.size() * patches];
        for (int i = 0; i < boxes.size(); i++) {
            System.arraycopy(
                    boxes.get(i).inside(config.video().grid()), 0, inside, i * patches, patches);
        }
        return scope.of(inside, boxes.size(), patches);
    }
}
