package io.github.alprolab.dsl.course;

import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.RunStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was tried and passed, in a file that is written whole or not at all; sessions take turns. An
 * exercise that was passed stays passed. What goes wrong with the file is said and stops nobody.
 */
final class ExerciseBook {
    private static final String EXERCISES = "exercises";
    private static final Object TURN = new Object();

    private final Path file;
    private final Clock clock;

    /**
     * What is known of an exercise.
     *
     * @param tries answers that were checked
     * @param failures those that were wrong
     * @param passed when it was first passed, ISO 8601; blank before
     * @param note why this is not on the disk, where it is not
     */
    record Entry(int tries, int failures, String passed, Optional<String> note) {
        static final Entry NEW = new Entry(0, 0, "", Optional.empty());

        private Entry after(boolean right, String now) {
            String when = passed.isBlank() && right ? now : passed;
            return new Entry(tries + 1, failures + (right ? 0 : 1), when, note);
        }

        private Entry noted(Optional<String> more) {
            return new Entry(tries, failures, passed, more);
        }

        private Map<String, Object> json() {
            return Map.of("failures", failures, "passed", passed, "tries", tries);
        }

        private static Entry read(Map<String, Object> json) {
            return new Entry(
                    ((Number) json.getOrDefault("tries", 0)).intValue(),
                    ((Number) json.getOrDefault("failures", 0)).intValue(),
                    String.valueOf(json.getOrDefault("passed", "")),
                    Optional.empty());
        }
    }

    ExerciseBook(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Where runs are kept. */
    static ExerciseBook standard() {
        return new ExerciseBook(
                RunStore.standard().root().resolve("exercises.json"), Clock.systemUTC());
    }

    /** All entries; none where the file is not there or cannot be read. */
    Map<String, Entry> all() {
        try {
            return read();
        } catch (IOException | RuntimeException e) {
            return Map.of();
        }
    }

    /**
     * Counts a try.
     *
     * @param open nothing was answered: it counts as none, and nothing is written
     */
    Entry keep(String name, boolean passed, boolean open) {
        if (open) {
            return all().getOrDefault(name, Entry.NEW);
        }
        synchronized (TURN) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                return locked(name, passed);
            } catch (IOException | RuntimeException e) {
                String why =
                        "Your progress could not be kept in %s: %s"
                                .formatted(file.getFileName(), e.getMessage());
                return new Entry(2, 2, "", Optional.of(why));
            }
        }
    }

    private Entry locked(String name, boolean passed) throws IOException {
        Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock turn = channel.lock()) {
            assert turn.isValid();
            return write(name, passed);
        }
    }

    private Entry write(String name, boolean passed) throws IOException {
        Optional<String> note = Optional.empty();
        Map<String, Entry> all = new TreeMap<>();
        try {
            all.putAll(read());
        } catch (RuntimeException e) {
            Path aside = file.resolveSibling("exercises.damaged.json");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            note =
                    Optional.of(
                            "%s was damaged; it is kept as %s, and a new one begins."
                                    .formatted(file.getFileName(), aside.getFileName()));
        }
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Entry entry = all.getOrDefault(name, Entry.NEW).after(passed, now);
        all.put(name, entry);
        Map<String, Object> json = new TreeMap<>();
        all.forEach((of, e) -> json.put(of, e.json()));
        AtomicFile.write(file, CanonicalJson.write(Map.of(EXERCISES, json)));
        return entry.noted(note);
    }

    private Map<String, Entry> read() throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Map<String, Entry> all = new TreeMap<>();
        CanonicalJson.parts(Files.readString(file), EXERCISES)
                .forEach((name, json) -> all.put(name, Entry.read(json)));
        return all;
    }
}
