package io.github.alprolab.dsl.embedding;

import java.io.Serializable;

/**
 * A finished shard.
 *
 * @param number from 0
 * @param clips rows of its file
 * @param failed those of them that cannot be read
 * @param already whether it was there before, so that nothing was computed
 * @param seconds spent on it
 */
public record ShardDone(int number, int clips, int failed, boolean already, double seconds)
        implements Serializable {}
