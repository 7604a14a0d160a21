package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.CheckpointFile;
import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.optim.LossScale;
import io.github.alprolab.alpro.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The checkpoints of one training: the last and the one before it, with all that a training needs
 * to go on, and the best.
 *
 * <p>Every file is written whole beside its place and moved there in one go. A kill between the two
 * moves of {@link #writeLast} leaves the one before, from which the training goes on just as well.
 */
final class TrainingFolder {
    private static final String FIRST = "first_moment.";
    private static final String SECOND = "second_moment.";
    private static final String SCALE = "loss_scale";

    private final Path last;
    private final Path previous;
    private final Path best;
    private final TrainingIdentity identity;
    private final Consumer<String> notes;

    /** Notes say what was passed over. */
    TrainingFolder(Path folder, TrainingIdentity identity, Consumer<String> notes) {
        this.last = folder.resolve("last.alpro");
        this.previous = folder.resolve("previous.alpro");
        this.best = folder.resolve("best.alpro");
        this.identity = identity;
        this.notes = notes;
    }

    Path last() {
        return last;
    }

    Path best() {
        return Files.exists(best) ? best : last;
    }

    void writeBest(CheckpointManifest manifest, StateDict state) throws IOException {
        CheckpointFile.write(
                best, manifest, Map.of(CheckpointFile.MODEL, StateDictFile.stored(state)));
    }

    void writeLast(CheckpointManifest manifest, StateDict state, AdamW optimizer, LossScale scale)
            throws IOException {
        Map<String, List<StoredTensor>> groups = new LinkedHashMap<>();
        groups.put(CheckpointFile.MODEL, StateDictFile.stored(state));
        List<StoredTensor> moments = new ArrayList<>();
        moments(optimizer).forEach((name, tensor) -> moments.add(stored(name, tensor)));
        if (scale.isMoving()) {
            float[] own = scale.state();
            moments.add(StoredTensor.of(SCALE, new long[] {own.length}, own));
        }
        groups.put(CheckpointFile.OPTIMIZER, moments);
        Path next = last.resolveSibling("next.alpro");
        CheckpointFile.write(next, manifest.training(identity.settings()), groups);
        if (Files.exists(last)) {
            move(last, previous);
        }
        move(next, last);
    }

    /** The best value of a figure that was written, for a training that goes on. */
    double best(Metric judge) {
        if (!Files.exists(best)) {
            return -1;
        }
        try {
            return CheckpointManifest.read(best).metrics().getOrDefault(judge.name(), -1.0);
        } catch (IOException e) {
            notes.accept(e.getMessage() + " The next epoch's model takes its place.");
            return -1;
        }
    }

    /**
     * Restores model, optimiser and loss scale from the newest checkpoint that is whole.
     *
     * @return steps done; 0 where there is no checkpoint
     * @throws IOException when there are checkpoints and none is whole, or the settings differ
     */
    int resume(StateDict state, AdamW optimizer, LossScale scale) throws IOException {
        Optional<CheckpointFile> newest = newest();
        if (newest.isEmpty()) {
            return 0;
        }
        CheckpointFile checkpoint = newest.get();
        requireSameSettings(checkpoint.manifest());
        StateDictFile.load(checkpoint, state);
        Map<String, Tensor> moments = moments(optimizer);
        checkpoint.tensors(
                CheckpointFile.OPTIMIZER,
                t -> {
                    if (t.name().equals(SCALE)) {
                        scale.restore(t.values());
                    } else {
                        moments.get(t.name()).copyFrom(t.values());
                    }
                });
        return checkpoint.manifest().step();
    }

    private Optional<CheckpointFile> newest() throws IOException {
        if (!Files.exists(last) && !Files.exists(previous)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CheckpointFile.open(last));
        } catch (IOException e) {
            if (!Files.exists(previous)) {
                throw e;
            }
            CheckpointFile before = openPrevious(e);
            putAside();
            notes.accept(
                    "%s The training goes on from the checkpoint before it, at step %d."
                            .formatted(e.getMessage(), before.manifest().step()));
            return Optional.of(before);
        }
    }

    /** A damaged file must not take the place of the whole one when the next is written. */
    private void putAside() throws IOException {
        if (Files.exists(last)) {
            move(last, last.resolveSibling("damaged.alpro"));
        }
    }

    private CheckpointFile openPrevious(IOException ofLast) throws IOException {
        try {
            return CheckpointFile.open(previous);
        } catch (IOException e) {
            e.addSuppressed(ofLast);
            throw new IOException(
                    "Neither checkpoint is whole. %s %s Remove both to train anew."
                            .formatted(ofLast.getMessage(), e.getMessage()),
                    e);
        }
    }

    private void requireSameSettings(CheckpointManifest manifest) throws IOException {
        String differences = identity.differences(manifest.training());
        if (!differences.isEmpty() && !manifest.training().isEmpty()) {
            throw new IOException(
                    "The checkpoint in %s is of a training with other settings: %s. Train with the"
                                    .formatted(last.getParent(), differences)
                            + " same settings, or in another folder.");
        }
    }

    private static Map<String, Tensor> moments(AdamW optimizer) {
        Map<String, Tensor> moments = new LinkedHashMap<>();
        for (int i = 0; i < optimizer.parameters().size(); i++) {
            Parameter parameter = optimizer.parameters().get(i);
            moments.put(FIRST + parameter.name(), optimizer.firstMoments().get(i));
            moments.put(SECOND + parameter.name(), optimizer.secondMoments().get(i));
        }
        return moments;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static StoredTensor stored(String name, Tensor tensor) {
        return StoredTensor.of(name, tensor.shape(), tensor.floats());
    }
}
