package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.JniUtils;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.text.BertModel;
import io.github.alprolab.alpro.video.VideoEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Written blocks compute what the plain ones do, and so do their gradients. */
class WrittenBlocksTest {
    private static final int CLIPS = 5;
    private static final int WIDTH = 16;
    private static final int WORDS = 7;
    private static final VideoConfig VIDEO = new VideoConfig(16, 8, 3, WIDTH, 2, 2, 32, 0);
    private static final TextConfig TEXT = new TextConfig(20, WIDTH, 4, 2, 2, 24, 8, 0);

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final StateDict state = new StateDict(compute, new RandomStreams(5));
    private final VideoEncoder video = new VideoEncoder(state.root().child("video"), VIDEO);
    private final BertModel bert = new BertModel(state.root().child("bert"), TEXT);
    private final List<Parameter> parameters = state.trainable();
    private final TensorList gradients = Disturbed.gradients(parameters);
    private final int threads = JniUtils.getNumThreads();

    @AfterEach
    void close() {
        JniUtils.setNumThreads(threads);
        compute.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void clipsTextsAndPairsHaveTheResultsAndGradientsOfThePlainBlocks(int lanes) {
        comparePasses(lanes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void resultsWithoutGradientsAreThoseOfThePlainBlocks(int lanes) {
        JniUtils.setNumThreads(lanes);
        try (Scope plain = compute.watchedScope(new Uninterested());
                Scope written = compute.scope()) {
            assertThat(frames(plain).isWritten(0)).isFalse();
            assertThat(frames(written).isWritten(0)).isTrue();
            assertClose("clips", encoded(written), encoded(plain));
            assertClose("pairs", pairs(written).floats(), pairs(plain).floats());
            float[] cls = video.encode(frames(plain), false).select(1, 0).floats();
            assertClose("CLS alone", video.first(frames(written)).floats(), cls);
            assertClose("CLS of all", video.first(frames(plain)).floats(), cls);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSameThreadsGiveTheSameGradientsBitForBit(boolean recompute) {
        JniUtils.setNumThreads(3);
        List<float[]> first = trained(recompute, this::pairs);
        for (int i = 0; i < 5; i++) {
            List<float[]> again = trained(recompute, this::pairs);
            for (int j = 0; j < first.size(); j++) {
                assertThat(again.get(j)).isEqualTo(first.get(j));
            }
        }
    }

    @Test
    void aParameterThatIsFrozenGetsNoGradient() {
        Tensor frozen = state.find("video.blocks.0.mlp.fc1.weight").orElseThrow().value();
        frozen.array.setRequiresGradient(false);
        List<float[]> found = trained(false, scope -> video.encode(frames(scope), true));
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i).name();
            boolean none = parameters.get(i).value() == frozen || !name.startsWith("video");
            assertThat(norm(found.get(1 + i)) == 0).as(name).isEqualTo(none);
        }
    }

    /** A factor of 16 bits is within 1 part in 256, and errors of many factors are independent. */
    @Test
    void bf16IsCloseToThePlainBlocks() {
        List<float[]> plain;
        try (Scope scope = compute.scope()) {
            plain = passes(scope, this::pairs);
        }
        try (Compute low = Compute.open(DeviceChoice.CPU, Precision.BF16);
                Scope scope = low.trainingScope(1, false)) {
            assertClosePasses(passes(scope, this::pairs), plain, 0.03);
        }
    }

    /** As on a GPU: plain blocks of which each product is in 16 bits. */
    @ParameterizedTest
    @EnumSource(names = {"BF16", "FP16"})
    void plainBlocksIn16BitsAreCloseToThoseIn32(Precision half) {
        List<float[]> plain;
        try (Scope scope = compute.scope()) {
            plain = passes(scope, this::pairs);
        }
        try (Compute low = Compute.open(DeviceChoice.CPU, half);
                Scope scope = low.scope()) {
            assertClosePasses(
                    passes(scope, this::pairs), plain, half == Precision.BF16 ? 0.04 : 0.005);
        }
    }

    @Test
    void plainBlocksIn16BitsRunAgainAsTheyRan() {
        try (Compute low = Compute.open(DeviceChoice.CPU, Precision.FP16);
                Scope kept = low.trainingScope(1, false);
                Scope again = low.trainingScope(1, true)) {
            List<float[]> found = passes(kept, this::pairs);
            List<float[]> recomputed = passes(again, this::pairs);
            for (int i = 0; i < found.size(); i++) {
                double apart = apart(recomputed.get(i), found.get(i)) / norm(found.get(i));
                assertThat(i > 0 && parameters.get(i - 1).name().endsWith("key.bias") ? 0 : apart)
                        .isLessThan(2e-3);
            }
        }
    }

    private void assertClosePasses(List<float[]> found, List<float[]> plain, double tolerance) {
        assertThat(found.get(0)).as("not FP32").isNotEqualTo(plain.get(0));
        for (int i = 0; i < found.size(); i++) {
            String name = i == 0 ? "result" : parameters.get(i - 1).name();
            double apart = apart(found.get(i), plain.get(i)) / norm(plain.get(i));
            assertThat(name.endsWith("key.bias") ? 0 : apart).as(name).isLessThan(tolerance);
        }
    }

    private void comparePasses(int lanes) {
        JniUtils.setNumThreads(lanes);
        List<float[]> plain;
        try (Scope scope = compute.scope()) {
            plain = passes(scope, this::pairs);
        }
        for (boolean recompute : new boolean[] {false, true}) {
            List<float[]> written = trained(recompute, this::pairs);
            assertClose("result", written.get(0), plain.get(0));
            for (int i = 0; i < parameters.size(); i++) {
                assertClose(parameters.get(i).name(), written.get(1 + i), plain.get(1 + i));
            }
        }
    }

    private List<float[]> trained(boolean recompute, Function<Scope, Tensor> network) {
        try (Scope scope = compute.trainingScope(1, recompute)) {
            return passes(scope, network);
        }
    }

    /** The result, then every parameter's gradient. */
    private List<float[]> passes(Scope scope, Function<Scope, Tensor> network) {
        gradients.clear();
        List<float[]> all = new ArrayList<>();
        compute.withGradient(
                () -> {
                    Tensor result = network.apply(scope);
                    all.add(result.floats());
                    result.multiply(noise(scope, 2, result.shape())).total().backward();
                    return null;
                });
        gradients.tensors().forEach(g -> all.add(g.floats()));
        return all;
    }

    private float[] encoded(Scope scope) {
        return video.encode(frames(scope), false).floats();
    }

    private static Tensor frames(Scope scope) {
        return noise(scope, 1, CLIPS, 3, 3, 16, 16);
    }

    /** Texts of different lengths fused with clips, all tokens and once more the first alone. */
    private Tensor pairs(Scope scope) {
        float[] mask = new float[CLIPS * WORDS];
        long[] ids = new long[CLIPS * WORDS];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % WORDS < 3 + i / WORDS ? 1 : 0;
            ids[i] = (3 * i + 1) % 20;
        }
        Tensor seen = scope.of(mask, CLIPS, WORDS);
        Tensor text = bert.text(scope.of(ids, CLIPS, WORDS), seen, true);
        Tensor clips = video.encode(frames(scope), true);
        Tensor all = bert.fuse(text, seen, clips, WORDS + clips.size(1), true);
        Tensor first = bert.fuse(text, seen, clips.rows(1, 2, 3, 4, 0), 1, true);
        return Tensor.concat(1, all, first, clips, text);
    }

    private static Tensor noise(Scope scope, long seed, long... shape) {
        Random random = new Random(seed);
        int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return scope.of(values, shape);
    }

    /** Within float32 rounding of the whole. The slope of a key's bias is nothing but rounding. */
    private static void assertClose(String name, float[] ours, float[] plain) {
        assertThat(apart(ours, plain)).as(name).isLessThanOrEqualTo(2e-6 * norm(plain) + 1e-4);
        if (!name.endsWith("key.bias")) {
            assertThat(norm(plain)).as(name + " is used").isGreaterThan(0.1);
        }
    }

    private static double apart(float[] ours, float[] plain) {
        float[] apart = new float[plain.length];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = ours[i] - plain[i];
        }
        return norm(apart);
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    private static final class Uninterested implements AttentionWatch {
        @Override
        public boolean wants(String attention) {
            return false;
        }

        @Override
        public void saw(String attention, Tensor shares) {
            throw new AssertionError();
        }
    }
}
