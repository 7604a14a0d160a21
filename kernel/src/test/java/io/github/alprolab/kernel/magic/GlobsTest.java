package io.github.alprolab.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.kernel.api.MagicException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobsTest {
    @TempDir Path folder;

    @BeforeEach
    void makeFiles() throws Exception {
        for (String name : List.of("a.jar", "b.jar", "c[1].jar", "d.txt", "sub/e.jar")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "");
        }
    }

    private List<String> found(String pattern) {
        return Globs.find(folder + "/" + pattern).stream()
                .map(path -> folder.relativize(path).toString())
                .toList();
    }

    @Test
    void signsStandForSignsOfOneName() {
        assertThat(found("*.jar")).containsExactly("a.jar", "b.jar", "c[1].jar");
        assertThat(found("?.jar")).containsExactly("a.jar", "b.jar");
        assertThat(found("*/e.jar")).containsExactly("sub/e.jar");
        assertThat(found("c[1].*")).containsExactly("c[1].jar");
        assertThat(found("sub/")).containsExactly("sub/e.jar");
        assertThat(found("d.txt")).containsExactly("d.txt");
    }

    @Test
    void whatMatchesNothingIsNamed() {
        assertThatThrownBy(() -> found("*.war"))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("*.war");
        assertThatThrownBy(() -> found("missing.jar")).hasMessageContaining("missing.jar");
    }
}
