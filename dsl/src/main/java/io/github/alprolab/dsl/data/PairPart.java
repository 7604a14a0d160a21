package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.Pair;
import java.util.List;

/**
 * One of the data sets that take turns.
 *
 * @param name of it
 * @param share of the updates
 * @param pairs of a split
 */
public record PairPart(String name, double share, List<Pair> pairs) {}
