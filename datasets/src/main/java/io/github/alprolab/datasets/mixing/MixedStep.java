package io.github.alprolab.datasets.mixing;

import java.util.List;

/**
 * What one worker sees in one micro-step.
 *
 * @param number of the micro-step, from 0
 * @param source which data set, from 0
 * @param epoch passes of this data set made before, from 0
 * @param items numbers of the items in the data set
 */
public record MixedStep(int number, int source, int epoch, List<Integer> items) {
    public MixedStep {
        items = List.copyOf(items);
    }
}
