package io.github.alprolab.alpro.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.Buffer;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** The only way between the Java heap and a device; counts what goes along it. */
final class HostCopies {
    private final LongAdder reads = new LongAdder();
    private final LongAdder bytesRead = new LongAdder();
    private final LongAdder uploads = new LongAdder();
    private final LongAdder bytesUploaded = new LongAdder();

    /**
     * A tensor with these values on the manager's device. On a GPU they go by pinned memory, from
     * which the copy runs on while the next operations are asked for.
     */
    PtNDArray upload(
            PtNDManager manager, Buffer values, Shape shape, DataType type, Staging staging) {
        uploads.increment();
        bytesUploaded.add(shape.size() * type.getNumOfBytes());
        if (manager.getDevice().equals(Device.cpu())) {
            return manager.create(values, shape, type);
        }
        try (PtNDManager heap = manager.newSubManager(Device.cpu())) {
            return staging.staged(heap.create(values, shape, type));
        }
    }

    /** Brings a tensor of the CPU to a device. */
    interface Staging {
        PtNDArray staged(PtNDArray onCpu);
    }

    /**
     * Reads a tensor. The engine puts a copy from another device into a manager that it opens for
     * it below the tensor's own and never closes; for a tensor that lasts, that is a leak.
     */
    <T> T read(PtNDArray array, Function<PtNDArray, T> as) {
        reads.increment();
        bytesRead.add(array.size() * array.getDataType().getNumOfBytes());
        if (array.getManager().getDevice().equals(Device.cpu())) {
            return as.apply(array);
        }
        PtNDArray copy = JniUtils.to(array, array.getDataType(), Device.cpu());
        NDManager opened = copy.getManager();
        try {
            return as.apply(copy);
        } finally {
            opened.close();
        }
    }

    Transfers count() {
        return new Transfers(reads.sum(), bytesRead.sum(), uploads.sum(), bytesUploaded.sum());
    }
}
