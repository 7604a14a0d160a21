package io.github.alprolab.datasets.mixing;

import java.util.stream.IntStream;

/**
 * The part of an order that one of several workers takes: every {@code world}-th item from its rank
 * on.
 *
 * @param rank number of the worker, {@code 0..world-1}
 * @param world workers, at least 1
 * @param padded whether short parts are filled by items from the order's start, so that all parts
 *     are equally long; for evaluation no item may be counted twice
 */
public record Shard(int rank, int world, boolean padded) {
    public Shard {
        if (world < 1 || rank < 0 || rank >= world) {
            throw new IllegalArgumentException(
                    "ranks are 0..world-1, got rank %s of %s".formatted(rank, world));
        }
    }

    /** The one worker that takes all. */
    public static Shard whole() {
        return new Shard(0, 1, true);
    }

    /** A worker's part with padding, as published. */
    public static Shard of(int rank, int world) {
        return new Shard(rank, world, true);
    }

    /** The same without duplicates: parts differ by at most one item. */
    public Shard withoutPadding() {
        return new Shard(rank, world, false);
    }

    /** Items of this part of so many. */
    public int size(int items) {
        int full = items / world;
        int rest = items % world;
        boolean more = padded ? rest > 0 : rank < rest;
        return full + (more ? 1 : 0);
    }

    /** This part of an order. */
    public int[] of(int[] order) {
        return IntStream.range(0, size(order.length))
                .map(i -> order[(int) (((long) i * world + rank) % order.length)])
                .toArray();
    }
}
