package io.github.alprolab.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the code that started a run. */
class OriginTest {
    @TempDir Path folder;

    @Test
    void theCellIsKeptAsItWasSent() {
        assertThat(Origin.of(folder, Optional.of("var run =\n  experiment.run();")))
                .containsEntry("cell", "var run =\n  experiment.run();");
    }

    @Test
    void outsideARepositoryItSaysThatTheCommitIsUnknown() throws IOException {
        Files.writeString(folder.resolve(".git"), "gitdir: nowhere");
        Files.writeString(folder.resolve("COMMIT"), "$Format:%H$"); // as it lies in the repository

        assertThat(Origin.of(folder, Optional.empty()))
                .containsExactly(Map.entry("commit", "unknown: no repository of git is here"));
    }

    @Test
    void inWhatWasUnpackedFromAnArchiveTheCommitIsThatOfTheArchive() throws IOException {
        String commit = "0123456789abcdef0123456789abcdef01234567";
        Files.writeString(folder.resolve(".git"), "gitdir: nowhere");
        Files.writeString(folder.resolve("COMMIT"), commit + "\n");
        Path notebooks = Files.createDirectories(folder.resolve("notebooks"));

        assertThat(Origin.of(notebooks, Optional.empty()))
                .containsOnly(
                        Map.entry("commit", commit),
                        Map.entry("uncommitted", "unknown: from an archive"));
    }

    @Test
    void inARepositoryTheCommitAndWhatDiffersFromItAreKept() throws Exception {
        Path notebooks = Files.createDirectories(folder.resolve("notebooks"));
        Path notebook = Files.writeString(notebooks.resolve("first.ipynb"), "{}");
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "first");

        assertThat(Origin.of(notebooks, Optional.empty()))
                .containsEntry("uncommitted", List.of())
                .hasEntrySatisfying(
                        "commit", c -> assertThat(c.toString()).matches("[0-9a-f]{40}"));

        Files.writeString(notebook, "{ }");
        Files.writeString(notebooks.resolve("unknown.ipynb"), "{}");
        assertThat(Origin.of(notebooks, Optional.empty()))
                .containsEntry("uncommitted", List.of(" M notebooks/first.ipynb"));
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            int code = builder.start().waitFor();
            assertThat(code).isZero();
        } catch (IOException e) {
            assumeTrue(false, "There is no git here.");
        }
    }
}
