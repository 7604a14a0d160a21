package io.github.alprolab.alpro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterCountTest {

    /** docs/method.md section 12.1: 121,258,752 for 8 frames without the head, 768 a frame. */
    @Test
    void baseHasThePublishedNumbers() {
        ParameterCount base = ParameterCount.of(AlproConfig.base());

        assertThat(base.video()).isEqualTo(121_258_752 - 4 * 768);
        assertThat(base.text()).isEqualTo(66_364_416);
        assertThat(base.fusion()).isEqualTo(42_527_232);
        assertThat(Objective.PEM.among(1000).parameters(AlproConfig.base())).isEqualTo(2_718_184);
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatTheModelHolds(VideoAttention attention) {
        AlproConfig published = AlproConfig.tiny();
        AlproConfig tiny = published.video(published.video().attention(attention));
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            new PretrainingModel(state.root(), tiny, 0.07, 50);

            assertThat(ParameterCount.of(tiny).total() + Objective.PEM.among(50).parameters(tiny))
                    .isEqualTo(state.parameters());
        }
    }

    @Test
    void sizesThatDoNotFitNameTheNearestThatDo() {
        VideoConfig video = AlproConfig.tiny().video();
        assertThatThrownBy(() -> video.imageSize(100))
                .hasMessageContaining("image size is 100")
                .hasMessageContaining("nearest: 96");
        assertThatThrownBy(() -> AlproConfig.tiny().video(AlproConfig.small().video()))
                .hasMessageContaining("text width is 128")
                .hasMessageContaining("384");
    }
}
