package io.github.alprolab.alpro.train;

import java.nio.file.Path;

/**
 * How a training ended.
 *
 * @param finished false when the listener stopped it; running again resumes it
 * @param step steps done
 * @param epoch epochs done
 * @param last newest checkpoint, with the optimiser's state
 * @param best checkpoint of the best epoch by text-to-video recall at 10 on validation; the newest
 *     where no epoch ended yet
 */
public record TrainingOutcome(boolean finished, int step, int epoch, Path last, Path best) {}
