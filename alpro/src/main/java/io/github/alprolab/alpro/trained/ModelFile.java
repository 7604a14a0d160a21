package io.github.alprolab.alpro.trained;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file with a trained model, and what has to be said of it because its tensors cannot.
 *
 * @param path of the file
 * @param heads attention heads of each block; 0 for what the file says itself, or else for heads 64
 *     wide, as those of every published model are
 */
public record ModelFile(Path path, int heads) {
    public ModelFile {
        Objects.requireNonNull(path, "path");
        if (heads < 0) {
            throw new IllegalArgumentException(heads + " heads are given; allowed is at least 1.");
        }
    }

    /** One that says everything itself. */
    public static ModelFile of(Path path) {
        return new ModelFile(path, 0);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
