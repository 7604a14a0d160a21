package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
