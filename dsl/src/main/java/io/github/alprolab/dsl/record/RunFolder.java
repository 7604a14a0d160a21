package io.github.alprolab.dsl.record;

import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One run on disk.
 *
 * @param path the folder {@code runs/name/hash-count}
 */
public record RunFolder(Path path) {
    private static final String STATUS = "run.json";
    private static final String EXPERIMENT = "experiment.json";
    private static final String DATA = "data.json";

    /** The name shared by all runs of an experiment. */
    public String name() {
        return path.toAbsolutePath().getParent().getFileName().toString();
    }

    /**
     * What {@code run.json} says; empty where nothing was run yet. A run that is RUNNING there
     * while no session is at work reads as INTERRUPTED.
     */
    public Optional<RunStatus> status() {
        return read(STATUS).map(this::parsed).map(this::witnessed);
    }

    /**
     * The same of a run that was begun.
     *
     * @throws AdviceException when its folder was moved or removed
     */
    public RunStatus state() {
        return status().orElseThrow(
                        () ->
                                new AdviceException(
                                        "C14",
                                        path + " holds no run any more; it was moved or removed.",
                                        "Put it back, or Runs.open(Path.of(…)) with its new"
                                                + " place"));
    }

    private RunStatus witnessed(RunStatus written) {
        return written.state() == RunState.RUNNING && !RunLock.isHeld(path)
                ? written.abandoned()
                : written;
    }

    /** Whether the record of a run that was begun is where it was. */
    public boolean isThere() {
        return Files.exists(path.resolve(STATUS));
    }

    /** The folder of runs that it lies in. */
    public Path store() {
        return path.toAbsolutePath().normalize().getParent().getParent();
    }

    /** Whether both are one folder on disk. */
    public boolean isSame(RunFolder other) {
        return PathCode.absolute(path).equals(PathCode.absolute(other.path));
    }

    /** Whether its experiment names a file below a place in the folder of runs. */
    public boolean uses(String place) {
        return part("experiment.java").filter(c -> c.contains("Runs.path(\"" + place)).isPresent();
    }

    /** Bytes of everything in it. */
    public long bytes() {
        try (Stream<Path> all = Files.walk(path)) {
            return all.mapToLong(f -> Files.isRegularFile(f) ? f.toFile().length() : 0).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be listed", e);
        }
    }

    /**
     * Takes it out of the folder of runs in one go, then from the disk.
     *
     * @throws AdviceException when a session is at work in it
     */
    public void remove() {
        Path going = store().resolve(".deleted-" + UUID.randomUUID());
        alone(() -> moveAway(going));
        try (Stream<Path> all = Files.walk(going)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new RecordException(going + " cannot be deleted", e);
        }
    }

    private void moveAway(Path going) {
        try {
            Files.move(path, going, StandardCopyOption.ATOMIC_MOVE);
            Path named = path.toAbsolutePath().getParent();
            try (Stream<Path> left = Files.list(named)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(named);
        } catch (IOException e) {
            throw new RecordException(path + " cannot be deleted", e);
        }
    }

    /** Bytes of the newest checkpoint, with all that training needs to go on; 0 without any. */
    public long lastCheckpointBytes() {
        return bytes("last");
    }

    /** Bytes of all checkpoints that lie here, which later ones take the place of. */
    public long checkpointBytes() {
        return Stream.of("last", "previous", "best").mapToLong(this::bytes).sum();
    }

    private long bytes(String name) {
        return checkpoints().resolve(name + ".alpro").toFile().length();
    }

    /** The same, but also empty where {@code run.json} is damaged: one must not hide the others. */
    Optional<RunStatus> readable() {
        try {
            return status();
        } catch (AdviceException e) {
            return Optional.empty();
        }
    }

    /** Writes {@code run.json}. */
    public void status(RunStatus status) {
        write(STATUS, status.json());
    }

    /** The complete settings as JSON. */
    public String experiment() {
        return required(EXPERIMENT);
    }

    /** What is known of the data, as JSON. */
    public String data() {
        return required(DATA);
    }

    /**
     * Writes what stays the same over all sessions.
     *
     * @param json the complete settings
     * @param code the expression that rebuilds the experiment
     * @param data what is known of the data
     */
    public void begin(String json, String code, Map<String, Object> data) {
        write("experiment.java", code + "\n");
        write(DATA, CanonicalJson.write(data));
        write(EXPERIMENT, json);
    }

    /**
     * Does work that no other session may do here at the same time.
     *
     * @throws AdviceException when another session is at work here
     */
    public void alone(Runnable work) {
        RunLock lock = RunLock.of(path);
        try {
            work.run();
        } finally {
            lock.close();
        }
    }

    /** Writes where this session runs. */
    public void environment() {
        write(
                "environment.json",
                CanonicalJson.write(
                        Map.of(
                                "machine",
                                EnvironmentRecord.current(),
                                "libraries",
                                EnvironmentRecord.jars())));
    }

    /** Rows of {@code metrics.csv} that count. */
    public List<MetricRow> metrics() {
        return MetricLog.read(metricsFile());
    }

    /** {@code metrics.csv}: every figure of every step. */
    public Path metricsFile() {
        return path.resolve("metrics.csv");
    }

    /** A text file of the record, where this run has it. */
    public Optional<String> part(String name) {
        return read(name);
    }

    /** Where {@code best.alpro} and {@code last.alpro} lie. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** A picture of this run. */
    public Path figure(String name) {
        return path.resolve("figures").resolve(name);
    }

    /** Results of single items. */
    public Path result(String name) {
        return path.resolve("results").resolve(name);
    }

    /** Final figures that were recorded; none where a run has not ended, or is older than them. */
    public List<Scored> scored() {
        return read(Scored.FILE).map(Scored::read).orElse(List.of());
    }

    /** Records final figures; a session does so before it ends. */
    public void scored(List<Scored> figures) {
        write(Scored.FILE, Scored.json(figures));
    }

    /** Writes a text file of the record. */
    public void write(String name, String text) {
        write(path.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a file of the record as a stream. */
    public void result(String name, AtomicFile.Content content) {
        write(result(name), content);
    }

    private static void write(Path file, AtomicFile.Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new RecordException("The run record " + file + " cannot be written", e);
        }
    }

    private String required(String name) {
        return read(name)
                .orElseThrow(
                        () ->
                                new AdviceException(
                                        "C14",
                                        path + " holds no " + name + ", so it is no run.",
                                        "Runs.list() names the runs there are"));
    }

    private RunStatus parsed(String json) {
        try {
            return CanonicalJson.read(json, RunStatus.class);
        } catch (IllegalArgumentException e) {
            throw AdviceException.unreadable(
                    path.resolve(STATUS) + " is damaged",
                    e,
                    "Remove the folder, or put the file back from a copy");
        }
    }

    private Optional<String> read(String name) {
        Path file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
