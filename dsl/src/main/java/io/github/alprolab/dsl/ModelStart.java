package io.github.alprolab.dsl;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.train.Start;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a fine-tuning begins with: a trained model, or encoders at random. Exactly one is there. */
record ModelStart(Optional<Checkpoint> checkpoint, Optional<Encoders> encoders) {
    /** What a model that was trained before is fine-tuned with where nothing else is said. */
    private static final double FINE_RATE = 5e-4;

    private static final int PUBLISHED_WIDTH = 768;

    static ModelStart from(Checkpoint checkpoint) {
        return new ModelStart(
                Optional.of(Objects.requireNonNull(checkpoint, "checkpoint")), Optional.empty());
    }

    static ModelStart random(Encoders encoders) {
        return new ModelStart(
                Optional.empty(), Optional.of(Objects.requireNonNull(encoders, "encoders")));
    }

    /** The rate that suits the size; a large model keeps what it has learned with the published. */
    Trainer trainer() {
        return checkpoint
                .map(
                        c ->
                                Trainer.adamW(
                                        c.manifest().config().video().width() >= PUBLISHED_WIDTH
                                                ? 5e-5
                                                : FINE_RATE))
                .orElseGet(() -> encoders.orElseThrow().trainer());
    }

    /** The sizes of the model for clips of a shape. */
    AlproConfig config(int frames, int size) {
        return checkpoint
                .map(
                        c -> {
                            AlproConfig own = c.manifest().config();
                            return own.video(own.video().frames(frames).imageSize(size));
                        })
                .orElseGet(() -> encoders.orElseThrow().config(frames, size));
    }

    /**
     * Of a training whose sizes are those of the encoders, whatever it begins with; opens the
     * files.
     *
     * @param weights of a trained model of these sizes; empty for a start at random
     */
    static Start opened(Optional<Checkpoint> weights, Encoders encoders, Pairs pairs)
            throws IOException {
        AlproConfig sizes = encoders.config(pairs.frames(), pairs.size());
        return weights.isPresent()
                ? Start.trained(weights.get().file(), sizes, PositionRule.GRID)
                : Start.random(sizes, encoders.bertFile());
    }

    /** For a training; opens the files. */
    Start opened(Questions questions, PositionRule positions) throws IOException {
        return checkpoint.isPresent()
                ? Start.trained(
                        checkpoint.get().file(), questions.frames(), questions.size(), positions)
                : Start.random(
                        config(questions.frames(), questions.size()),
                        encoders.orElseThrow().bertFile());
    }

    /** Its part of a run's identity. */
    Map<String, Object> settings() {
        return checkpoint.isPresent()
                ? Map.of("weights", checkpoint.get().hash())
                : Map.of("encoders", encoders.orElseThrow().values().identity());
    }

    @Override
    public String toString() {
        return checkpoint
                .map(c -> ".from(" + c + ")")
                .orElseGet(() -> ".encoders(" + encoders.orElseThrow() + ")");
    }
}
