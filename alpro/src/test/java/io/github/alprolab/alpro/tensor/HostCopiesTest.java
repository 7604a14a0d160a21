package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.github.alprolab.alpro.config.DeviceChoice;
import java.lang.reflect.Field;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A manager that takes itself for a GPU's, around a tensor of the CPU, goes the way that tensors of
 * a GPU go: the engine makes the same copies and managers.
 */
class HostCopiesTest {
    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final PtNDManager cpu = (PtNDManager) Compute.engine().newBaseManager(Device.cpu());
    private final PtNDManager gpu = cpu.newSubManager(Device.gpu());
    private final PtNDArray lasting = (PtNDArray) cpu.ones(new Shape(3));

    @AfterEach
    void close() {
        cpu.close();
        compute.close();
    }

    @Test
    void readingALastingTensorLeavesNothingOpen() throws ReflectiveOperationException {
        lasting.attach(gpu);
        int before = open(gpu);
        HostCopies copies = new HostCopies();
        for (int i = 0; i < 100; i++) {
            assertThat(copies.read(lasting, PtNDArray::toFloatArray)).containsExactly(1, 1, 1);
        }
        assertThat(open(gpu)).isEqualTo(before);
    }

    /** When this fails, the engine closes what it opens, and reading can be left to it. */
    @Test
    void theEnginesOwnCopyLeavesAManagerOpenEachTime() throws ReflectiveOperationException {
        lasting.attach(gpu);
        int before = open(gpu);
        for (int i = 0; i < 100; i++) {
            JniUtils.to(lasting, DataType.FLOAT32, Device.cpu()).close();
        }
        assertThat(open(gpu)).isEqualTo(before + 100);
    }

    @Test
    void countsReadingsUploadsAndTheirBytes() {
        Transfers before = compute.transfers();
        try (Scope scope = compute.scope()) {
            Tensor values = scope.of(new float[] {1, 2, 3}, 3);
            values.add(scope.full(1, 3)).floats(); // a repeated value is made on the device
            scope.indices(1, 2).longs();
        }
        assertThat(compute.transfers().since(before)).isEqualTo(new Transfers(2, 28, 2, 28));
    }

    @Test
    void equalIndicesOfAStepAreUploadedOnce() {
        Transfers before = compute.transfers();
        try (Scope scope = compute.scope()) {
            long[] values = {0, 1};
            Tensor own = scope.of(values, 2);
            values[0] = 7; // the tensor keeps what it was made of
            assertThat(scope.indices(0, 1)).isSameAs(own);
            assertThat(scope.of(new long[] {0, 1}, 2, 1)).isNotSameAs(own);
            assertThat(own.longs()).containsExactly(0, 1);
            assertThat(scope.of(values, 2).longs()).containsExactly(7, 1);
        }
        assertThat(compute.transfers().since(before).uploads()).isEqualTo(3);
        assertThat(compute.lasting().indices(3)).isNotSameAs(compute.lasting().indices(3));
    }

    /** Tensors and managers that are open in a manager. */
    private static int open(NDManager manager) throws ReflectiveOperationException {
        Field resources = BaseNDManager.class.getDeclaredField("resources");
        resources.setAccessible(true);
        return ((Map<?, ?>) resources.get(manager)).size();
    }
}
