package io.github.alprolab.dsl.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Which code started a session: the cell, and the commit of the folder it was started in. */
final class Origin {
    private static final int SECONDS = 5;

    private Origin() {}

    /**
     * What {@code origin.json} holds: what is known of it.
     *
     * @param folder of the notebook; where it is in no repository of git, nothing is said of one
     * @param cell source of the running cell, where there is one
     */
    static Map<String, Object> of(Path folder, Optional<String> cell) {
        Map<String, Object> known = new TreeMap<>();
        cell.ifPresent(source -> known.put("cell", source));
        git(folder, "rev-parse", "HEAD")
                .ifPresent(
                        commit -> {
                            known.put("commit", commit);
                            git(folder, "status", "--porcelain", "--untracked-files=no")
                                    .ifPresent(c -> known.put("uncommitted", c.lines().toList()));
                        });
        return known;
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
