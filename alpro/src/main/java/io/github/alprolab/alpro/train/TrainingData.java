package io.github.alprolab.alpro.train;

import io.github.alprolab.datasets.FrameCache;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import java.util.List;

/**
 * What is trained and validated on.
 *
 * @param train training pairs, at least one batch
 * @param validation pairs that only measure
 * @param sampling which frames a training clip shows
 * @param words longest text in word pieces, start and end included
 * @param cache decoded clips, shared by all users of them
 */
public record TrainingData(
        List<Pair> train,
        List<Pair> validation,
        FrameSampling sampling,
        int words,
        FrameCache cache) {

    public TrainingData {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
    }
}
