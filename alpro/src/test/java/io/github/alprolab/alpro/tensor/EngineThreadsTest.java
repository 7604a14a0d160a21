package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EngineThreadsTest {
    private final Properties properties = new Properties();

    @Test
    void thereAreNoMoreThanTheContainerHasProcessors() {
        assertThat(EngineThreads.fitting(16, 1, Map.of(), properties)).isEqualTo(1);
    }

    @Test
    void coresThatShareTheirUnitsStillCountOnce() {
        assertThat(EngineThreads.fitting(8, 16, Map.of(), properties)).isEqualTo(8);
    }

    @Test
    void aNumberThatSomebodyNamedHolds() {
        Map<String, String> named = Map.of("OMP_NUM_THREADS", "4");
        assertThat(EngineThreads.fitting(4, 1, named, properties)).isEqualTo(4);

        properties.setProperty("ai.djl.pytorch.num_threads", "3");
        assertThat(EngineThreads.fitting(3, 1, Map.of(), properties)).isEqualTo(3);
    }
}
