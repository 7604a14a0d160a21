package io.github.alprolab.datasets.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    @Test
    void theEnvironmentNamesTheFolder() {
        assertThat(CacheFolder.of(Map.of("ALPROLAB_CACHE", "elsewhere"), "home"))
                .isEqualTo(Path.of("elsewhere"));
    }

    @Test
    void withoutANameItIsInTheHomeFolder() {
        Path expected = Path.of("home", ".cache", "alprolab");
        assertThat(CacheFolder.of(Map.of(), "home")).isEqualTo(expected);
        assertThat(CacheFolder.of(Map.of("ALPROLAB_CACHE", " "), "home")).isEqualTo(expected);
    }
}
