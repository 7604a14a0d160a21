package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Where the lanes' gradients of a block's parameters come together. The lane that comes last adds
 * all of them, in the order of lanes: sums are the same bit for bit, whoever is last.
 */
final class Meeting {
    private final BlockCall call;
    private final AtomicReferenceArray<IValue> brought;
    private final AtomicInteger missing;

    Meeting(BlockCall call, int lanes) {
        this.call = call;
        this.brought = new AtomicReferenceArray<>(lanes);
        this.missing = new AtomicInteger(lanes);
    }

    /** Takes over what a lane found. */
    void bring(int lane, IValue slopes) {
        brought.set(lane, slopes);
        if (missing.decrementAndGet() == 0) {
            List<IValue> all = IntStream.range(0, brought.length()).mapToObj(brought::get).toList();
            call.add(all);
            all.forEach(IValue::close);
        }
    }
}
