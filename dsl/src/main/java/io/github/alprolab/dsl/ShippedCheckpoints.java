package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.datasets.cache.CacheFolder;
import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.PathCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints that come with the library (docs/shipped.md). A model is read from a file, so one
 * is written beside the rendered clips when it is first asked for, under a name that tells its
 * content; where the cache may only be read, in the user's own.
 */
final class ShippedCheckpoints {
    private static final List<String> NAMES =
            List.of("sprites-prompter", "sprites-prompter-nouns", "sprites-tiny");
    private static final String ENDING = ".safetensors";
    private static final int DIGITS = 12;

    /** In the cache. */
    private static final Path FOLDER = Path.of("checkpoints");

    private ShippedCheckpoints() {}

    /** Where the file lies; writes it where it is missing or has been changed. */
    static Path unpacked(String name) {
        if (!NAMES.contains(name)) {
            throw new AdviceException(
                    "C14",
                    "No checkpoint “%s” comes with the library; there are %s."
                            .formatted(name, String.join(", ", NAMES)),
                    "Checkpoint.shipped(" + Code.of(NAMES.get(0)) + ")");
        }
        try {
            byte[] content = content(name);
            String sum = Digest.sha256().add(content).hex().substring(0, DIGITS);
            Path place = FOLDER.resolve(sum).resolve(name + ENDING);
            Path shared = CacheFolder.standard().resolve(place);
            return holds(shared, content) ? shared : written(place, content);
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint “%s” cannot be unpacked".formatted(name),
                    e,
                    "Name a folder that can be written to in the variable ALPROLAB_CACHE");
        }
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content);
    }

    private static Path written(Path place, byte[] content) throws IOException {
        Path file =
                CacheFolder.kept(CacheFolder.standard(), place.getParent())
                        .resolve(place.getFileName());
        if (!holds(file, content)) {
            Files.createDirectories(file.getParent());
            AtomicFile.makeShared(file, unfinished -> Files.write(unfinished, content));
        }
        return file;
    }

    /** The name under which a file came; empty for any other. */
    static Optional<String> nameOf(Path file) {
        Path cache = CacheFolder.standard();
        Path there = PathCode.absolute(file);
        boolean came =
                Stream.of(cache.resolve(FOLDER), CacheFolder.kept(cache, FOLDER))
                        .map(PathCode::absolute)
                        .anyMatch(there::startsWith);
        return came
                ? Optional.of(there.getFileName().toString().replace(ENDING, ""))
                : Optional.empty();
    }

    private static byte[] content(String name) throws IOException {
        try (InputStream in =
                ShippedCheckpoints.class.getResourceAsStream("shipped/" + name + ENDING)) {
            if (in == null) {
                throw new IOException("it is not in this build");
            }
            return in.readAllBytes();
        }
    }
}
