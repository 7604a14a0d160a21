package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import io.github.alprolab.alpro.config.DeviceChoice;
import org.junit.jupiter.api.Test;

class DeviceMemoryExceptionTest {
    private static final String CUDA =
            "CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 79.11 GiB";

    @Test
    void aFullGpuIsSaidInWords() {
        RuntimeException said = DeviceMemoryException.of(new EngineException(CUDA));
        assertThat(said)
                .isInstanceOf(DeviceMemoryException.class)
                .hasMessage("The memory of the GPU is full: 2.50 GiB more were asked for.");
    }

    @Test
    void anotherFaultStaysWhatItIs() {
        EngineException fault = new EngineException("shapes do not fit");
        assertThat(DeviceMemoryException.of(fault)).isSameAs(fault);
    }

    @Test
    void whatTheAllocatorOfThisMachineSaysIsUnderstood() {
        try (Compute compute = Compute.open(DeviceChoice.CPU);
                Scope scope = compute.scope()) {
            assertThatThrownBy(() -> scope.full(0, 1L << 50))
                    .isInstanceOf(DeviceMemoryException.class)
                    .hasMessage(
                            "The memory of this machine is full: 4503599627370496 bytes more were asked for.");
            Tensor one = scope.full(1, 1, 1);
            assertThatThrownBy(() -> one.expand(1L << 25, 1L << 25).add(1.0))
                    .isInstanceOf(DeviceMemoryException.class);
        }
    }
}
