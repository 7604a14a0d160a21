package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.datasets.cache.CacheFolder;
import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints that come with the library (docs/shipped.md). A model is read from a file, so one
 * is written beside the rendered clips when it is first asked for, under a name that tells its
 * content.
 */
final class ShippedCheckpoints {
    private static final List<String> NAMES = List.of("sprites-prompter", "sprites-tiny");
    private static final String ENDING = ".safetensors";
    private static final int DIGITS = 12;

    private ShippedCheckpoints() {}

    /** Where the file lies; writes it where it is missing or has been changed. */
    static Path unpacked(String name) {
        if (!NAMES.contains(name)) {
            throw new AdviceException(
                    "C14",
                    "No checkpoint “%s” comes with the library, but %s."
                            .formatted(name, String.join(" and ", NAMES)),
                    "Checkpoint.shipped(" + Code.of(NAMES.get(0)) + ")");
        }
        try {
            byte[] content = content(name);
            Path file =
                    folder().resolve(Digest.sha256().add(content).hex().substring(0, DIGITS))
                            .resolve(name + ENDING);
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                Files.createDirectories(file.getParent());
                AtomicFile.makeShared(file, unfinished -> Files.write(unfinished, content));
            }
            return file;
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint “%s” cannot be unpacked".formatted(name),
                    e,
                    "Name a folder that can be written to in the variable ALPROLAB_CACHE");
        }
    }

    /** The name under which a file came; empty for any other. */
    static Optional<String> nameOf(Path file) {
        Path there = file.toAbsolutePath().normalize();
        return there.startsWith(folder())
                ? Optional.of(there.getFileName().toString().replace(ENDING, ""))
                : Optional.empty();
    }

    private static Path folder() {
        return CacheFolder.standard().toAbsolutePath().normalize().resolve("checkpoints");
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
