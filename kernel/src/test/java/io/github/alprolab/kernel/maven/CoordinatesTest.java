package io.github.alprolab.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.kernel.api.MagicException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoordinatesTest {
    @Test
    void packagingAndClassifierMayBeLeftOut() {
        assertThat(Coordinates.parse("g:a:1")).isEqualTo(new Coordinates("g", "a", "jar", "", "1"));
        assertThat(Coordinates.parse("g:a:zip:1"))
                .isEqualTo(new Coordinates("g", "a", "zip", "", "1"));
        assertThat(Coordinates.parse("g:a:jar:linux:1"))
                .isEqualTo(new Coordinates("g", "a", "jar", "linux", "1"));
        assertThat(Coordinates.parse("g:a:::1"))
                .isEqualTo(new Coordinates("g", "a", "jar", "", "1"));
    }

    @Test
    void otherTextIsRefused() {
        for (String text : List.of("", "a", "g:a", "g:a:b:c:d:e", "g: a:1", "g:a:1;")) {
            assertThatThrownBy(() -> Coordinates.parse(text))
                    .isInstanceOf(MagicException.class)
                    .hasMessageContaining("groupId:artifactId");
        }
    }

    @Test
    void versionsThatMoveAreNotFixed() {
        assertThat(List.of("1.0", "2.5-rc1", "2024.1")).allMatch(Coordinates::isFixed);
        assertThat(List.of("1.0-SNAPSHOT", "LATEST", "RELEASE", "[1,2)", "(,2]"))
                .noneMatch(Coordinates::isFixed);
    }
}
