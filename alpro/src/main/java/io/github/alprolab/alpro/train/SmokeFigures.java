package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two updates and a validation batch of a training showed.
 *
 * @param random whether all weights began at random, so that losses begin where one knows nothing
 * @param metrics every figure that the training tells, in order
 * @param sizes what their values of a model that knows nothing depend on
 * @param first figures of update 1
 * @param second figures of update 2
 * @param validation figures of the validation batch after both; empty without validation data
 * @param gradients length of the gradient of update 2 by part of the model, before clipping
 * @param times how long what took
 * @param memory what it took
 */
public record SmokeFigures(
        boolean random,
        List<Metric> metrics,
        Sizes sizes,
        Map<Metric, Double> first,
        Map<Metric, Double> second,
        Map<Metric, Double> validation,
        Map<ModelPart, Double> gradients,
        Times times,
        Memory memory) {

    public SmokeFigures {
        metrics = List.copyOf(metrics);
        first = Collections.unmodifiableMap(new LinkedHashMap<>(first));
        second = Collections.unmodifiableMap(new LinkedHashMap<>(second));
        validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
        gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
    }

    /**
     * Seconds.
     *
     * @param perEpoch updates of an epoch
     * @param epochs of the whole training
     * @param decoding from one batch to the next where clips are decoded for the first time
     * @param first update 1, in which the engine gets ready
     * @param step update 2
     * @param validation all validation data once, from the time of one batch
     */
    public record Times(
            int perEpoch,
            int epochs,
            double decoding,
            double first,
            double step,
            double validation) {

        /** The whole training, whose first epoch waits for decoding where that is slower. */
        public double training() {
            double waiting = perEpoch * Math.max(0, decoding - step);
            return waiting + epochs * (perEpoch * step + validation);
        }
    }

    /**
     * Bytes at most; 0 where the system does not tell.
     *
     * @param resident of this process
     * @param before of it when the model was not there yet
     * @param device of the GPU, by all programs; 0 on a processor
     */
    public record Memory(long resident, long before, long device) {}
}
