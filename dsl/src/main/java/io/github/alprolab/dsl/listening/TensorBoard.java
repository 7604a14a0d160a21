package io.github.alprolab.dsl.listening;

import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.Scored;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes event files that TensorBoard shows, a folder for each run and split:
 *
 * <pre>{@code
 * pretraining.run(TensorBoard.into(Path.of("tensorboard")))   // then: tensorboard --logdir tensorboard
 * }</pre>
 */
public final class TensorBoard implements RunListener {
    private final Path folder;
    private final Clock clock;
    private final Map<String, EventFile> files = new HashMap<>();
    private Path place;
    private long first;

    TensorBoard(Path folder, Clock clock) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.clock = clock;
    }

    /** Below a folder, which is made when it is not there. */
    public static TensorBoard into(Path folder) {
        return new TensorBoard(folder, Clock.systemUTC());
    }

    @Override
    public void begins(RunFolder run, RunStatus status) {
        place = folder.resolve(run.name()).resolve(run.path().getFileName().toString());
        first = status.step() + 1L;
    }

    @Override
    public void measured(MetricRow row) {
        file(row.split()).scalar(row.step(), row.metric(), row.value());
    }

    /** Final figures that are no rows, such as those of a retrieval, stand at the last step. */
    @Override
    public void ended(RunFolder run, RunStatus status) {
        if (run.metrics().isEmpty()) {
            for (Scored scored : run.scored()) {
                file(scored.split()).scalar(status.step(), scored.metric().name(), scored.value());
            }
        }
        files.values().forEach(EventFile::close);
        files.clear();
    }

    /** What a killed session told after its last checkpoint is measured again, and counts once. */
    private EventFile file(String split) {
        return files.computeIfAbsent(
                split, name -> EventFile.in(place.resolve(name.replace(' ', '-')), clock, first));
    }

    @Override
    public String toString() {
        return "TensorBoard in " + folder;
    }
}
