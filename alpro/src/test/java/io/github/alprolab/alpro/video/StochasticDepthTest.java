package io.github.alprolab.alpro.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is dropped as one: (clip, patch) in time, (clip, frame) in space, a clip in the MLP. */
class StochasticDepthTest {
    private static final int CLIPS = 6;
    private static final int FRAMES = 3;
    private static final int PATCHES = 4;
    private static final int WIDTH = 4;
    private static final double DROP = 0.5;

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private StateDict state;
    private DividedAttentionBlock block;

    @BeforeEach
    void build() {
        compute.seed(3);
        state = new StateDict(compute, new RandomStreams(1));
        VideoConfig config = new VideoConfig(4, 2, FRAMES, WIDTH, 1, 2, 8, 0);
        block = new DividedAttentionBlock(state.root(), config, DROP);
        state.trainable().forEach(p -> set(p.name(), 0));
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPatchIsDroppedOverAllItsFramesAndKeepsTheBiasOfTheLinearLayer(boolean written) {
        set("temporal_attn.proj.bias", 1);
        float[] identity = new float[WIDTH * WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            identity[i * WIDTH + i] = 1;
        }
        tensor("temporal_fc.weight").copyFrom(identity);
        set("temporal_fc.bias", 0.25);
        float[][][] change = change(true, written);
        for (int clip = 0; clip < CLIPS; clip++) {
            assertThat(change[clip][0][0]).as("CLS takes no part").isZero();
            for (int patch = 0; patch < PATCHES; patch++) {
                float first = change[clip][1 + patch * FRAMES][0];
                assertThat(first).isIn(0.25f, 2.25f);
                for (int frame = 0; frame < FRAMES; frame++) {
                    assertThat(change[clip][1 + patch * FRAMES + frame]).containsOnly(first);
                }
            }
        }
        assertThat(distinct(change, 1, FRAMES)).as("patches fall apart").isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFrameIsDroppedOverAllItsPatchesAndClsGetsTheMeanOfTheFrames(boolean written) {
        set("attn.proj.bias", 1);
        float[][][] change = change(true, written);
        for (int clip = 0; clip < CLIPS; clip++) {
            double sum = 0;
            for (int frame = 0; frame < FRAMES; frame++) {
                float first = change[clip][1 + frame][0];
                assertThat(first).isIn(0f, 2f);
                sum += first;
                for (int patch = 0; patch < PATCHES; patch++) {
                    assertThat(change[clip][1 + patch * FRAMES + frame]).containsOnly(first);
                }
            }
            assertThat((double) change[clip][0][0]).isCloseTo(sum / FRAMES, within(1e-6));
        }
        assertThat(distinct(change, 1, 1)).as("frames fall apart").isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClipIsDroppedWholeInThePerceptron(boolean written) {
        set("mlp.fc2.bias", 1);
        float[][][] change = change(true, written);
        Set<Float> seen = new HashSet<>();
        for (float[][] clip : change) {
            seen.add(clip[0][0]);
            for (float[] token : clip) {
                assertThat(token).containsOnly(clip[0][0]);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(0f, 2f);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsDroppedOutsideTraining(boolean written) {
        set("mlp.fc2.bias", 1);
        for (float[][] clip : change(false, written)) {
            for (float[] token : clip) {
                assertThat(token).containsOnly(1f);
            }
        }
    }

    /** How many different patterns the clips show at {@code first}, {@code first + step}, … */
    private static int distinct(float[][][] change, int first, int step) {
        Set<String> patterns = new HashSet<>();
        for (float[][] clip : change) {
            StringBuilder pattern = new StringBuilder();
            for (int i = first; i < first + FRAMES * step && i < clip.length; i += step) {
                pattern.append(clip[i][0]).append(' ');
            }
            patterns.add(pattern.toString());
        }
        return patterns.size();
    }

    /** The block's output for zeros: [clip][token][width]. */
    private float[][][] change(boolean training, boolean written) {
        try (Scope scope = compute.scope()) {
            int tokens = 1 + PATCHES * FRAMES;
            Tensor out =
                    written
                            ? clsFirst(scope, training)
                            : block.apply(scope.full(0, CLIPS, tokens, WIDTH), training);
            float[][][] change = new float[CLIPS][tokens][WIDTH];
            float[] flat = out.floats();
            for (int i = 0; i < flat.length; i++) {
                change[i / WIDTH / tokens][i / WIDTH % tokens][i % WIDTH] = flat[i];
            }
            return change;
        }
    }

    /** The written block has the patches of all clips before the CLS of all clips. */
    private Tensor clsFirst(Scope scope, boolean training) {
        int patches = CLIPS * PATCHES * FRAMES;
        Tensor out =
                scope.full(0, patches + CLIPS, WIDTH)
                        .through(List.of(block.written(training).orElseThrow()));
        return Tensor.concat(
                1,
                out.narrow(0, patches, CLIPS).reshape(CLIPS, 1, WIDTH),
                out.narrow(0, 0, patches).reshape(CLIPS, PATCHES * FRAMES, WIDTH));
    }

    private void set(String name, double value) {
        float[] values = new float[(int) tensor(name).elements()];
        Arrays.fill(values, (float) value);
        tensor(name).copyFrom(values);
    }

    private Tensor tensor(String name) {
        return state.find(name).orElseThrow().value();
    }
}
