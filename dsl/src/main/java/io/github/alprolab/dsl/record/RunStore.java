package io.github.alprolab.dsl.record;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All runs below one folder.
 *
 * @param root holds one folder a name, which holds one folder a configuration and repetition
 */
public record RunStore(Path root) {
    private static final String VARIABLE = "ALPROLAB_RUNS";
    private static final String PROPERTY = "alprolab.runs";

    /** Set by the kernel's spec, which would win over the user's own {@link #VARIABLE}. */
    private static final String HOME = "ALPROLAB_HOME";

    private static final Path FAR = Path.of("..", "..", "..");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    /**
     * The folder of the system property {@code alprolab.runs}, of the environment variable {@code
     * ALPROLAB_RUNS}, {@code runs} in the folder {@code ALPROLAB_HOME} where this user may write
     * there, or {@code runs} here.
     */
    public static RunStore standard() {
        return of(System.getenv(), System.getProperties());
    }

    static RunStore of(Map<String, String> environment, Properties properties) {
        String named = properties.getProperty(PROPERTY, environment.getOrDefault(VARIABLE, ""));
        return new RunStore(
                named.isBlank() ? unnamed(environment.getOrDefault(HOME, "")) : Path.of(named));
    }

    private static Path unnamed(String home) {
        Path here = Path.of("runs");
        if (home.isBlank()) {
            return here;
        }
        Path there = Path.of(home).resolve(here);
        return Files.isWritable(Files.exists(there) ? there : Path.of(home)) ? there : here;
    }

    /**
     * Does nothing for a name that is safe as a folder's.
     *
     * @throws AdviceException for others
     */
    public static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new AdviceException(
                    "C24",
                    "The name “%s” cannot name a folder; allowed are 1 to 80 letters, digits, dots, dashes and underscores, a letter or digit first."
                            .formatted(name),
                    "Experiment.pretraining(\"sprites-tiny\")");
        }
    }

    /** A folder as people read it: from the current one where that is near, else complete. */
    public static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path there = path.toAbsolutePath().normalize();
        if (!there.getRoot().equals(here.getRoot())) {
            return there.toString();
        }
        Path way = here.relativize(there);
        if (way.startsWith(FAR)) {
            return there.toString();
        }
        return way.toString().isEmpty() ? "." : way.toString();
    }

    /** Bytes that may still be written there. */
    public long freeBytes() {
        Path there = root.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there.toFile().getUsableSpace();
    }

    /** The newest repetition of a configuration; the place of the first where there is none. */
    public RunFolder current(String name, String hash) {
        return repetitions(name, hash).reduce((a, b) -> b).orElseGet(() -> folder(name, hash, 1));
    }

    /** The place of one more repetition. */
    public RunFolder next(String name, String hash) {
        return folder(name, hash, lastCount(name, hash) + 1);
    }

    /** Runs of a name whose record can be read, the one that was started last at the end. */
    public List<RunFolder> named(String name) {
        requireName(name);
        return folders(root.resolve(name))
                .map(RunFolder::new)
                .filter(f -> f.readable().isPresent())
                .sorted(Comparator.comparing(f -> f.readable().orElseThrow().begin()))
                .toList();
    }

    /** All runs, by name and start. */
    public List<RunFolder> all() {
        return folders(root)
                .map(p -> p.getFileName().toString())
                .filter(n -> NAME.matcher(n).matches())
                .flatMap(n -> named(n).stream())
                .toList();
    }

    /** The newest run of a name. */
    public Optional<RunFolder> latest(String name) {
        return named(name).stream().reduce((a, b) -> b);
    }

    private Stream<RunFolder> repetitions(String name, String hash) {
        return folders(root.resolve(name))
                .map(RunFolder::new)
                .filter(f -> f.readable().filter(s -> s.hash().equals(hash)).isPresent())
                .sorted(Comparator.comparingInt(RunStore::count));
    }

    /** Also of folders whose record is damaged, so that none is written over. */
    private int lastCount(String name, String hash) {
        return folders(root.resolve(name))
                .filter(p -> p.getFileName().toString().startsWith(hash.substring(0, 8) + "-"))
                .map(RunFolder::new)
                .mapToInt(RunStore::count)
                .max()
                .orElse(0);
    }

    private static int count(RunFolder folder) {
        String name = folder.path().getFileName().toString();
        String digits = name.substring(name.lastIndexOf('-') + 1);
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private RunFolder folder(String name, String hash, int count) {
        return new RunFolder(root.resolve(name).resolve(hash.substring(0, 8) + "-" + count));
    }

    private static Stream<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(parent + " cannot be listed", e);
        }
    }
}
