package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Some rows of a batch on their way through written blocks, on one thread. */
final class WrittenLane implements AutoCloseable {
    /** What stays for the way back: all that blocks need, what they began with, or nothing. */
    enum Keep {
        ALL,
        INPUTS,
        NOTHING
    }

    private final Kernels kernels;
    private final List<BlockCall> calls;
    private final int lane;
    private final Keep keep;
    private final Deque<IValue> kept = new ArrayDeque<>();

    WrittenLane(Kernels kernels, List<BlockCall> calls, int lane, Keep keep) {
        this.kernels = kernels;
        this.calls = calls;
        this.lane = lane;
        this.keep = keep;
    }

    /** The last block's result, in {@code scope}. */
    Tensor forward(Scope scope, Tensor input, Tensor beside) {
        IValue state = Tensor.values(List.of(input, beside));
        for (BlockCall call : calls) {
            IValue next = call.forward(state, lane, keep == Keep.ALL);
            leave(state, keep != Keep.NOTHING);
            state = next;
        }
        Tensor result = first(scope, state);
        leave(state, keep == Keep.ALL);
        return result;
    }

    private void leave(IValue state, boolean needed) {
        if (needed) {
            kept.push(state);
        } else {
            state.close();
        }
    }

    /**
     * The gradient of the input, in {@code scope}; those of parameters go to the meetings.
     *
     * @param slope gradient of the result
     */
    Tensor backward(Scope scope, Tensor slope, List<Meeting> meetings) {
        IValue slopes = Tensor.values(List.of(slope));
        for (int i = calls.size() - 1; i >= 0; i--) {
            IValue all;
            try (IValue state = state(calls.get(i))) {
                all = calls.get(i).backward(slopes, state);
            }
            slopes.close();
            slopes = kernels.runWritten("only_first", all);
            meetings.get(i).bring(lane, all);
        }
        Tensor result = first(scope, slopes);
        slopes.close();
        return result;
    }

    private IValue state(BlockCall call) {
        if (keep == Keep.ALL) {
            return kept.pop();
        }
        try (IValue before = kept.pop()) {
            return call.forward(before, lane, true);
        }
    }

    private Tensor first(Scope scope, IValue tensors) {
        try (IValue first = kernels.runWritten("first", tensors)) {
            return new Tensor(first.toTensor(scope.manager()), scope);
        }
    }

    @Override
    public void close() {
        kept.forEach(IValue::close);
        kept.clear();
    }
}
