package io.github.alprolab.alpro.data;

import io.github.alprolab.datasets.Pair;
import java.util.List;

/**
 * What a training batch shows.
 *
 * @param number 1, 2, … of the batch
 * @param epoch passes of its data set made before, from 0
 * @param pairs of the batch, B, all of one data set
 * @param others training pairs of that data set, one of which may stand in for one of these
 */
public record Draw(long number, int epoch, List<Pair> pairs, List<Pair> others) {}
