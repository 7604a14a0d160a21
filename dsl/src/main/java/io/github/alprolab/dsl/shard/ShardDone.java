package io.github.alprolab.dsl.shard;

import java.io.Serializable;

/**
 * A finished shard.
 *
 * @param number from 0
 * @param items clips, or pairs, that it is about
 * @param failed those of them that cannot be read
 * @param already whether it was there before, so that nothing was computed
 * @param seconds spent on it
 */
public record ShardDone(int number, int items, int failed, boolean already, double seconds)
        implements Serializable {}
