package io.github.alprolab.datasets.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    @Test
    void the_environment_names_the_folder() {
        assertThat(CacheFolder.of(Map.of("ALPROLAB_CACHE", "elsewhere"), "home"))
                .isEqualTo(Path.of("elsewhere"));
    }

    @Test
    void without_a_name_it_is_in_the_home_folder() {
        Path expected = Path.of("home", ".cache", "alprolab");
        assertThat(CacheFolder.of(Map.of(), "home")).isEqualTo(expected);
        assertThat(CacheFolder.of(Map.of("ALPROLAB_CACHE", " "), "home")).isEqualTo(expected);
    }
}
