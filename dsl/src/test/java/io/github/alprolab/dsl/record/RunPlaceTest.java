package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where runs lie, and how their place is written. */
class RunPlaceTest {
    @TempDir Path root;

    @Test
    void thePropertyComesBeforeTheEnvironmentAndBothBeforeRuns() {
        Properties properties = new Properties();
        Map<String, String> environment = Map.of("ALPROLAB_RUNS", "environment");
        assertThat(RunStore.of(Map.of(), properties).root()).isEqualTo(Path.of("runs"));
        assertThat(RunStore.of(environment, properties).root()).isEqualTo(Path.of("environment"));

        properties.setProperty("alprolab.runs", "property");
        assertThat(RunStore.of(environment, properties).root()).isEqualTo(Path.of("property"));
    }

    @Test
    void theHomeThatTheKernelsSpecNamesComesBehindWhatAUserNames() {
        Map<String, String> spec = Map.of("ALPROLAB_HOME", root.toString());
        Map<String, String> both = Map.of("ALPROLAB_HOME", root.toString(), "ALPROLAB_RUNS", "own");

        assertThat(RunStore.of(spec, new Properties()).root()).isEqualTo(root.resolve("runs"));
        assertThat(RunStore.of(both, new Properties()).root()).isEqualTo(Path.of("own"));
    }

    @Test
    void aHomeThatThisUserMayNotWriteIsNoPlaceForRuns() {
        Map<String, String> gone = Map.of("ALPROLAB_HOME", root.resolve("gone").toString());
        assertThat(RunStore.of(gone, new Properties()).root()).isEqualTo(Path.of("runs"));

        Map<String, String> shared = Map.of("ALPROLAB_HOME", root.toString());
        assumeThat(root.toFile().setWritable(false) && !Files.isWritable(root))
                .as("a user for whom folders can be closed, which root is not")
                .isTrue();
        assertThat(RunStore.of(shared, new Properties()).root()).isEqualTo(Path.of("runs"));
    }

    @Test
    void nearFoldersAreShownFromHere() {
        Path here = Path.of("").toAbsolutePath();

        assertThat(RunStore.shown(here.resolve("runs").resolve("a")))
                .isEqualTo(Path.of("runs", "a").toString());
        assertThat(RunStore.shown(Path.of("runs", "..", "b"))).isEqualTo("b");
        assertThat(RunStore.shown(here.resolveSibling("c")))
                .isEqualTo(Path.of("..", "c").toString());
    }

    @Test
    void farFoldersAreShownWhole() {
        Path here = Path.of("").toAbsolutePath();
        Path far = here.getRoot().resolve("far").resolve("away");
        assumeThat(here.getNameCount()).isGreaterThanOrEqualTo(3);

        assertThat(RunStore.shown(far)).isEqualTo(far.toString());
    }

    @Test
    void roomIsThatOfTheNearestFolderThatExists() {
        assertThat(new RunStore(root.resolve("not").resolve("yet")).freeBytes()).isPositive();
    }
}
