package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.alpro.train.StepReport;
import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.bench.ResidentMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the steps of a training tell. */
final class Watched implements TrainingListener {
    private static final int MIB = 10;

    private final List<Step> steps = new ArrayList<>();

    /**
     * One step.
     *
     * @param report as the training gives it
     * @param resident MiB of this process after it
     * @param device MiB of the GPU that are in use, by all programs
     */
    record Step(StepReport report, long resident, long device) {
        double loss() {
            return report.values().get(Metric.TOTAL_LOSS);
        }

        double clipsPerSecond() {
            return report.values().get(Metric.CLIPS_PER_SECOND);
        }
    }

    @Override
    public void step(StepReport report) {
        try {
            steps.add(
                    new Step(
                            report,
                            ResidentMemory.now().orElse(0L) >> MIB,
                            EngineInfo.deviceBytes() >> 2 * MIB));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Step> steps() {
        return steps;
    }

    /** The second half, in which nothing may grow any more. */
    List<Step> settled() {
        return steps.subList(steps.size() / 2, steps.size());
    }

    /** Of the steps that are settled. */
    double medianSpeed() {
        List<Double> speeds = settled().stream().map(Step::clipsPerSecond).sorted().toList();
        return speeds.get(speeds.size() / 2);
    }
}
