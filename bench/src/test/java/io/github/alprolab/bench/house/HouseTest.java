package io.github.alprolab.bench.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of the packages and names of all that is shipped; {@code ./lab house} prints it. */
class HouseTest {
    /** What nothing enters yet. */
    private static final List<String> WAITING = List.of();

    private static Classes classes;

    @BeforeAll
    static void readTheCompiledModules() throws IOException {
        classes = Classes.of(Path.of(".."));
        assertThat(classes.all()).hasSizeGreaterThan(500);
    }

    @Test
    void noPackagesKnowOneAnother() {
        assertThat(classes.knots()).isEmpty();
    }

    @Test
    void noTwoPublicTypesHaveOneName() {
        assertThat(classes.namesTwice()).isEmpty();
    }

    @Test
    void everyFileIsReachedButThoseThatWait() {
        assertThat(classes.unreached())
                .as("a file that is reached now leaves the list, a new one needs a verb")
                .containsExactlyInAnyOrderElementsOf(WAITING);
    }
}
