package io.github.alprolab.dsl;

import io.github.alprolab.alpro.bert.BertArtifact;
import io.github.alprolab.alpro.bert.BertSizes;
import io.github.alprolab.alpro.bert.PretrainedBert;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.record.PathCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Weights that text encoder, fusion encoder and word head start from, as the paper's do (section
 * 4.1): bert-base-uncased, layers 1 to 6 for text and 7 to 12 for fusion.
 *
 * <pre>{@code
 * Encoders.base().text(Bert.from(Path.of("bert-base-uncased/model.safetensors")))
 * }</pre>
 */
public final class Bert {
    private final Path file;

    private Bert(Path file) {
        this.file = file;
    }

    /**
     * Bert-base-uncased from a jar in the user's local Maven repository. It is fetched once, 408
     * MB, by {@code %maven} in a cell of its own or by {@code mvn dependency:get}; {@code check()}
     * prints the line where it is missing.
     */
    public static Bert pretrained() {
        return new Bert(BertArtifact.place());
    }

    /**
     * An uncased BERT from a file.
     *
     * @param file {@code .safetensors}, {@code .pt}, {@code .pth} or {@code .bin} with the names
     *     that Hugging Face or ALPRO give, or a copy of the jar of {@link #pretrained()}
     */
    public static Bert from(Path file) {
        return new Bert(file);
    }

    /** Where the weights lie. */
    public Path file() {
        return file;
    }

    /** Whether its file can be read, and whether encoders have its sizes. */
    Finding check(Encoders encoders) {
        if (isPretrained() && !BertArtifact.isThere()) {
            return Checks.bertFile(
                    "bert-base-uncased (408 MB) is not in the local Maven repository, at %s."
                            .formatted(file),
                    "%%maven %s in a cell, mvn dependency:get -Dtransitive=false -Dartifact=%1$s in a shell, or Bert.from(path) with a file of your own"
                            .formatted(BertArtifact.coordinates()));
        }
        try {
            BertSizes sizes = PretrainedBert.open(file).sizes();
            return Checks.bertSizes(fits(sizes, encoders), sizes.toString());
        } catch (IOException e) {
            return Checks.bertFile(e.getMessage(), "Bert.from(path), or Bert.pretrained()");
        }
    }

    private static boolean fits(BertSizes sizes, Encoders encoders) {
        return encoders.width() == sizes.width()
                && encoders.text().layers() + encoders.fusionLayers() == sizes.layers()
                && encoders.text().heads() == sizes.heads()
                && encoders.positions() == sizes.positions();
    }

    private boolean isPretrained() {
        return file.equals(BertArtifact.place());
    }

    /** Which weights: where a file lies changes no result. */
    String settings() {
        if (file.getFileName().equals(BertArtifact.place().getFileName())) {
            return BertArtifact.coordinates();
        }
        try {
            return Files.isRegularFile(file) ? Digest.sha256().add(file).hex() : "missing";
        } catch (IOException e) {
            return "unreadable";
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bert that && file.equals(that.file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    @Override
    public String toString() {
        return isPretrained() ? "Bert.pretrained()" : "Bert.from(" + PathCode.of(file) + ")";
    }
}
