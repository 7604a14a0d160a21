package io.github.alprolab.alpro.tensor;

import io.github.alprolab.alpro.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;

/** A batch on its way through {@link WrittenBlock}s, cut into {@link Lanes}. */
final class WrittenPass implements AutoCloseable {
    private final List<BlockCall> calls;
    private final List<WrittenLane> lanes;
    private final int rows;

    /**
     * Of a batch.
     *
     * @param rows of its first axis
     * @param seed of what is dropped
     */
    WrittenPass(
            Compute compute,
            List<WrittenBlock> blocks,
            int rows,
            long seed,
            WrittenLane.Keep keep) {
        Kernels kernels = compute.kernels();
        RandomStreams random = new RandomStreams(seed);
        this.calls =
                IntStream.range(0, blocks.size())
                        .mapToObj(
                                i ->
                                        new BlockCall(
                                                kernels,
                                                blocks.get(i),
                                                compute.isBf16(),
                                                lane -> random.seedOf("block " + i, lane)))
                        .toList();
        this.rows = rows;
        this.lanes =
                IntStream.range(0, Lanes.count(rows))
                        .mapToObj(lane -> new WrittenLane(kernels, calls, lane, keep))
                        .toList();
    }

    /**
     * The last block's result, in the input's scope.
     *
     * @param beside what every block sees beside its input, a row for each of it, or no values
     */
    Tensor forward(Tensor input, Tensor beside) {
        try (Scope inner = input.scope.sub()) {
            List<Tensor> inputs = cut(input.in(inner));
            List<Tensor> besides =
                    beside.elements() == 0
                            ? inputs.stream().map(i -> beside).toList()
                            : cut(beside.in(inner));
            return join(
                    input,
                    Lanes.each(
                            lanes.size(),
                            i -> lanes.get(i).forward(inner, inputs.get(i), besides.get(i))));
        }
    }

    /**
     * Adds to the parameters' gradients.
     *
     * @param slope gradient of the result
     * @return gradient of the input, in the scope of {@code slope}
     */
    Tensor backward(Tensor slope) {
        List<Meeting> meetings =
                calls.stream().map(call -> new Meeting(call, lanes.size())).toList();
        try (Scope inner = slope.scope.sub()) {
            List<Tensor> slopes = cut(slope.in(inner));
            return join(
                    slope,
                    Lanes.each(
                            lanes.size(),
                            i -> lanes.get(i).backward(inner, slopes.get(i), meetings)));
        }
    }

    /** Each lane's rows. */
    private List<Tensor> cut(Tensor whole) {
        return IntStream.range(0, lanes.size())
                .mapToObj(i -> whole.narrow(0, start(i), start(i + 1) - start(i)))
                .toList();
    }

    private long start(int lane) {
        return (long) rows * lane / lanes.size();
    }

    private static Tensor join(Tensor like, List<Tensor> parts) {
        if (parts.size() == 1) {
            return parts.get(0).in(like).detached();
        }
        Tensor[] all = parts.stream().map(part -> part.in(like)).toArray(Tensor[]::new);
        return Tensor.concat(0, all);
    }

    @Override
    public void close() {
        lanes.forEach(WrittenLane::close);
        calls.forEach(BlockCall::close);
    }
}
