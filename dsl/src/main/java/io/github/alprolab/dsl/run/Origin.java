package io.github.alprolab.dsl.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which code started a session: the cell, and the commit of the folder it was started in. */
final class Origin {
    private static final int SECONDS = 5;

    /** Lies at the top of the repository, and {@code git archive} writes the commit into it. */
    private static final String ARCHIVED = "COMMIT";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");

    private Origin() {}

    /**
     * What {@code origin.json} holds: what is known of it.
     *
     * @param folder of the notebook; where it is in no repository of git and in nothing that was
     *     unpacked from an archive of one, {@code commit} says so
     * @param cell source of the running cell, where there is one
     */
    static Map<String, Object> of(Path folder, Optional<String> cell) {
        Map<String, Object> known = new TreeMap<>();
        cell.ifPresent(source -> known.put("cell", source));
        known.putAll(
                repository(folder)
                        .or(() -> archive(folder))
                        .orElse(Map.of("commit", "unknown: no repository of git is here")));
        return known;
    }

    private static Optional<Map<String, Object>> repository(Path folder) {
        return git(folder, "rev-parse", "HEAD")
                .map(
                        commit -> {
                            Map<String, Object> known = new TreeMap<>(Map.of("commit", commit));
                            git(folder, "status", "--porcelain", "--untracked-files=no")
                                    .ifPresent(c -> known.put("uncommitted", c.lines().toList()));
                            return known;
                        });
    }

    /** Without a repository nobody knows what was changed since. */
    private static Optional<Map<String, Object>> archive(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(place -> place.resolve(ARCHIVED))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(Origin::hash)
                .map(commit -> Map.of("commit", commit, "uncommitted", "unknown: from an archive"));
    }

    private static Optional<String> hash(Path file) {
        try {
            String text = Files.readString(file).strip();
            return HASH.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What git prints; empty where there is no git, no repository, or no answer in time. */
    private static Optional<String> git(Path folder, String... question) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
        command.addAll(List.of("-C", folder.toAbsolutePath().toString()));
        command.addAll(List.of(question));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            git.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(e -> destroyed(git));
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Optional.of(said.stripTrailing()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Process destroyed(Process git) {
        return git.destroyForcibly();
    }
}
