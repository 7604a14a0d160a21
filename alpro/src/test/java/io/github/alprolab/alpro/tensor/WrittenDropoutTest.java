package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.text.BertModel;
import io.github.alprolab.alpro.video.VideoEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dropout and stochastic depth in written blocks. */
class WrittenDropoutTest {
    private static final int CLIPS = 3;
    private static final int WORDS = 4;
    private static final double STEP = 0.01;
    private static final VideoConfig VIDEO = new VideoConfig(16, 8, 2, 16, 3, 2, 24, 0.5);
    private static final TextConfig TEXT = new TextConfig(20, 16, 3, 1, 2, 24, 8, 0.3);

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final StateDict state = new StateDict(compute, new RandomStreams(5));
    private final VideoEncoder video = new VideoEncoder(state.root().child("video"), VIDEO);
    private final BertModel bert = new BertModel(state.root().child("bert"), TEXT);
    private final List<Parameter> parameters = state.trainable();
    private final TensorList gradients = Disturbed.gradients(parameters);

    @AfterEach
    void close() {
        compute.close();
    }

    /** Along each parameter's gradient the total changes as fast as the gradient is long. */
    @Test
    void gradientsAreThoseOfWhatIsLeft() {
        total(7, false);
        List<float[]> slopes = gradients.tensors().stream().map(Tensor::floats).toList();
        for (int i = 0; i < parameters.size(); i++) {
            double length = norm(slopes.get(i));
            String name = parameters.get(i).name();
            if (!name.endsWith("key.bias")) { // its slope is 0 but for rounding
                double ahead = moved(i, slopes.get(i), STEP / length);
                double behind = moved(i, slopes.get(i), -STEP / length);
                assertThat((ahead - behind) / (2 * STEP))
                        .as(name)
                        .isCloseTo(length, within(0.02 * length + 0.05));
            }
        }
    }

    @Test
    void theSeedDecidesWhatIsDroppedAlsoWhenBlocksAreComputedAgain() {
        double kept = total(7, false);
        List<float[]> slopes = gradients.tensors().stream().map(Tensor::floats).toList();
        assertThat(total(8, false)).isNotEqualTo(kept);
        assertThat(total(7, true)).isEqualTo(kept);
        for (int i = 0; i < slopes.size(); i++) {
            assertThat(gradients.tensors().get(i).floats()).isEqualTo(slopes.get(i));
        }
    }

    @Test
    void nothingIsDroppedOutsideTraining() {
        try (Scope scope = compute.scope()) {
            float[] once = network(scope, false).floats();
            assertThat(network(scope, false).floats()).isEqualTo(once);
            assertThat(network(scope, true).floats()).isNotEqualTo(once);
        }
    }

    private double moved(int parameter, float[] direction, double by) {
        Tensor value = parameters.get(parameter).value();
        float[] before = value.floats();
        float[] after = before.clone();
        for (int i = 0; i < after.length; i++) {
            after[i] += (float) (direction[i] * by);
        }
        value.copyFrom(after);
        double total = total(7, false);
        value.copyFrom(before);
        return total;
    }

    /** A weighted sum of the results; leaves the gradients behind. */
    private double total(long seed, boolean recompute) {
        gradients.clear();
        try (Scope scope = compute.trainingScope(seed, recompute)) {
            return compute.withGradient(
                    () -> {
                        Tensor result = network(scope, true);
                        Tensor total = result.multiply(noise(scope, 2, result.shape())).total();
                        total.backward();
                        return total.scalar();
                    });
        }
    }

    private Tensor network(Scope scope, boolean training) {
        long[] ids = new long[CLIPS * WORDS];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (3 * i + 1) % 20;
        }
        Tensor seen = scope.full(1, CLIPS, WORDS);
        Tensor text = bert.text(scope.of(ids, CLIPS, WORDS), seen, training);
        Tensor clips = video.encode(noise(scope, 1, CLIPS, 2, 3, 16, 16), training);
        return bert.fuse(text, seen, clips, 2, training);
    }

    private static Tensor noise(Scope scope, long seed, long... shape) {
        Random random = new Random(seed);
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return scope.of(values, shape);
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
