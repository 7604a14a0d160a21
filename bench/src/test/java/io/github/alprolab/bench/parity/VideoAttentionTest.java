package io.github.alprolab.bench.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.video.VideoEncoder;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The video encoder against plain PyTorch; {@code attention/make.py} made the numbers. */
class VideoAttentionTest {
    private static final String SALT = "attention";
    private static final int CLIPS = 2;

    @ParameterizedTest
    @EnumSource
    void everyKindOfAttentionGivesTheNumbersOfPytorch(VideoAttention attention) throws IOException {
        float[] expected = expected(attention);
        VideoConfig config = new VideoConfig(8, 4, 3, 8, 2, 2, 16, 0).attention(attention);

        try (Compute compute = Compute.open(DeviceChoice.CPU);
                Scope scope = compute.scope()) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            VideoEncoder encoder = new VideoEncoder(state.root(), config);
            state.trainable().forEach(VideoAttentionTest::fill);

            Tensor encoded = encoder.encode(frames(scope, config), false);

            assertThat(encoded.shape()).containsExactly(CLIPS, 1 + config.patches(), 8);
            assertThat(encoded.floats()).hasSize(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(encoded.floats()[i])
                        .as("value " + i)
                        .isCloseTo(expected[i], within(2e-6f));
            }
        }
    }

    private static void fill(Parameter parameter) {
        long[] shape = parameter.value().shape();
        parameter.value().copyFrom(ParityFormula.weight(SALT, parameter.name(), shape, 0.3));
    }

    private static Tensor frames(Scope scope, VideoConfig config) {
        int size = config.imageSize();
        long[] shape = {CLIPS, config.frames(), 3, size, size};
        return scope.of(ParityFormula.signed(SALT + ":frames", shape, 1.5), shape);
    }

    private static float[] expected(VideoAttention attention) throws IOException {
        try (InputStream in =
                VideoAttentionTest.class.getResourceAsStream("/attention/expected.json")) {
            JsonNode values = new ObjectMapper().readTree(in).get(attention.name());
            float[] expected = new float[values.size()];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = (float) values.get(i).doubleValue();
            }
            return expected;
        }
    }
}
