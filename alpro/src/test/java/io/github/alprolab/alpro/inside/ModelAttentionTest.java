package io.github.alprolab.alpro.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.AttentionWatch;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attention of a small model with noise for weights, in each arrangement of time and space. */
class ModelAttentionTest {
    private static final int FRAMES = 3;
    private static final int SIZE = 16;
    private static final int PATCHES = 4;
    private static final TokenBatch WORDS =
            new TokenBatch(1, 4, new long[] {1, 7, 8, 2}, new float[] {1, 1, 1, 1});

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final byte[] clip = new byte[FRAMES * SIZE * SIZE * 3];

    @AfterEach
    void close() {
        compute.close();
    }

    @ParameterizedTest
    @EnumSource(VideoAttention.class)
    void aWatchedPassGivesWhatTheFusedOneGivesAndEveryRowSumsToOne(VideoAttention kind) {
        AlproModel model = model(kind);
        ModelAttention attention = new ModelAttention(compute, model);
        Map<String, Double> off = new TreeMap<>();
        float[] fused;
        float[] watched;
        try (Scope scope = compute.scope()) {
            fused = attention.fused(scope, clip, WORDS).floats();
        }
        try (Scope scope = compute.watchedScope(all(off))) {
            watched = attention.fused(scope, clip, WORDS).floats();
        }
        for (int i = 0; i < fused.length; i++) {
            assertThat(watched[i]).isCloseTo(fused[i], within(2e-5f));
        }
        assertThat(off).hasSize(kind == VideoAttention.DIVIDED ? 2 * 2 + 4 : 2 + 4);
        assertThat(off.values()).allMatch(most -> most < 1e-5);
    }

    @ParameterizedTest
    @EnumSource(VideoAttention.class)
    void sharesOfPatchesAndOfClsItselfAreAll(VideoAttention kind) {
        ModelAttention attention = new ModelAttention(compute, model(kind));
        FrameAttention found = attention.ofFrames(clip, AttentionPlace.LAST);
        double patches = Arrays.stream(found.patches()).flatMapToDouble(Arrays::stream).sum();
        boolean joint = kind == VideoAttention.JOINT;
        assertThat(found.patches()).hasDimensions(FRAMES, PATCHES);
        assertThat(patches / (joint ? 1 : FRAMES) + found.itself()).isCloseTo(1, within(1e-5));
        assertThat(Arrays.stream(found.patches()).flatMapToDouble(Arrays::stream).distinct())
                .hasSizeGreaterThan(PATCHES);
    }

    @Test
    void theMeanOfTheHeadsIsTheMeanOfThem() {
        ModelAttention attention = new ModelAttention(compute, model(VideoAttention.DIVIDED));
        double[][] mean = attention.ofFrames(clip, new AttentionPlace(1, 0)).patches();
        double[][] first = attention.ofFrames(clip, new AttentionPlace(1, 1)).patches();
        double[][] second = attention.ofFrames(clip, new AttentionPlace(1, 2)).patches();
        assertThat(mean[2][3]).isCloseTo((first[2][3] + second[2][3]) / 2, within(1e-6));
        assertThat(first[2][3]).isNotCloseTo(second[2][3], within(1e-6));
    }

    @Test
    void framesShareOutAllTheirAttentionOverTime() {
        ModelAttention attention = new ModelAttention(compute, model(VideoAttention.DIVIDED));
        double[][] found = attention.overTime(clip, AttentionPlace.LAST);
        assertThat(found).hasDimensions(FRAMES, FRAMES);
        assertThat(Arrays.stream(found))
                .allMatch(row -> Math.abs(Arrays.stream(row).sum() - 1) < 1e-5);
    }

    @Test
    void jointAttentionLeavesAPartToClsAndSpaceAloneKnowsNoTime() {
        ModelAttention joint = new ModelAttention(compute, model(VideoAttention.JOINT));
        assertThat(Arrays.stream(joint.overTime(clip, AttentionPlace.LAST)))
                .allMatch(row -> Arrays.stream(row).sum() < 1 && Arrays.stream(row).sum() > 0.5);
        ModelAttention space = new ModelAttention(compute, model(VideoAttention.SPACE_ONLY));
        assertThatThrownBy(() -> space.overTime(clip, AttentionPlace.LAST))
                .hasMessageContaining("one frame at a time");
    }

    @Test
    void aWordSharesItsAttentionBetweenTextClsOfTheVideoAndPatches() {
        ModelAttention attention = new ModelAttention(compute, model(VideoAttention.DIVIDED));
        List<String> pieces = List.of("dog", "left");
        for (AttentionPlace place : List.of(AttentionPlace.LAST, new AttentionPlace(1, 2))) {
            WordAttention found = attention.ofWords(clip, WORDS, pieces, place);
            assertThat(found.patches()).hasDimensions(2, PATCHES);
            double given = Arrays.stream(found.patches()[1]).sum() + found.text()[1];
            assertThat(given).isBetween(0.5, 1.0); // the video's CLS has the rest
        }
    }

    @Test
    void blocksAndHeadsThatAreNotThereAreRefusedByNumber() {
        ModelAttention attention = new ModelAttention(compute, model(VideoAttention.DIVIDED));
        assertThatThrownBy(() -> attention.ofFrames(clip, new AttentionPlace(3, 0)))
                .hasMessage("The block 3 is asked for; there are 2.");
        assertThatThrownBy(() -> attention.ofFrames(clip, new AttentionPlace(0, 3)))
                .hasMessage("The head 3 is asked for; there are 2.");
        assertThatThrownBy(() -> new AttentionPlace(-1, 0)).hasMessageContaining("count from 1");
    }

    @Test
    void nothingStaysOpen() {
        ModelAttention attention = new ModelAttention(compute, model(VideoAttention.DIVIDED));
        int open = compute.openTensors();
        attention.ofFrames(clip, AttentionPlace.LAST);
        attention.overTime(clip, AttentionPlace.LAST);
        attention.ofWords(clip, WORDS, List.of("dog", "left"), AttentionPlace.LAST);
        assertThat(compute.openTensors()).isEqualTo(open);
    }

    private AlproModel model(VideoAttention kind) {
        new Random(3).nextBytes(clip);
        VideoConfig video = new VideoConfig(SIZE, 8, FRAMES, 16, 2, 2, 32, 0).attention(kind);
        TextConfig text = new TextConfig(30, 16, 4, 2, 2, 32, 12, 0);
        StateDict state = new StateDict(compute, new RandomStreams(1));
        AlproModel model = new AlproModel(state.root(), new AlproConfig(video, text, 16), 0.07);
        state.trainable().forEach(ModelAttentionTest::shake);
        return model;
    }

    private static void shake(Parameter parameter) {
        float[] values = parameter.value().floats();
        Random random = new Random(parameter.name().hashCode());
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (random.nextGaussian() * 0.3);
        }
        parameter.value().copyFrom(values);
    }

    /** The largest distance of a row's sum from 1, by attention. */
    private static AttentionWatch all(Map<String, Double> off) {
        return new AttentionWatch() {
            @Override
            public boolean wants(String attention) {
                return true;
            }

            @Override
            public void saw(String attention, Tensor shares) {
                for (float sum : shares.sum(3).floats()) {
                    off.merge(attention, Math.abs(sum - 1.0), Math::max);
                }
            }
        };
    }
}
