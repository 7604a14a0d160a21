package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.IgnoreRule;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.ObjectiveSum;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.alpro.objective.Step;
import io.github.alprolab.alpro.objective.StepInputs;
import io.github.alprolab.alpro.objective.StepTensor;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.prompter.CropPixels;
import io.github.alprolab.alpro.prompter.CropSampler;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.datasets.Frames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Crops and the rule that ignores unsure ones. */
class PrompterConformanceTest {
    private final Compute compute = Compute.open(DeviceChoice.CPU);

    @AfterEach
    void close() {
        compute.close();
    }

    /** The figures of section 3.5.1, from 200,000 draws of the published sampler. */
    @Test
    void boxesHaveThePublishedStatistics() {
        CropSampler sampler = new CropSampler(224, 16, 0.3, 0.5);
        Random random = new Random(1);
        int[] patches = new int[40_000];
        int centre = 0;
        int corner = 0;
        for (int i = 0; i < patches.length; i++) {
            CropBox box = sampler.sample(random);
            patches[i] = box.patches();
            centre += box.contains(7, 7) ? 1 : 0;
            corner += box.contains(0, 0) ? 1 : 0;
        }
        Arrays.sort(patches);
        assertThat(Arrays.stream(patches).average().orElseThrow()).isCloseTo(65.6, within(0.5));
        assertThat(patches[patches.length / 20]).isEqualTo(50);
        assertThat(patches[patches.length / 2]).isEqualTo(64);
        assertThat(patches[patches.length * 19 / 20]).isEqualTo(84);
        assertThat(patches[0]).isGreaterThanOrEqualTo(44);
        assertThat(patches[patches.length - 1]).isLessThanOrEqualTo(96);
        assertThat((double) centre / patches.length).isCloseTo(0.73, within(0.015));
        assertThat((double) corner / patches.length).isCloseTo(0.03, within(0.01));
    }

    @Test
    void cropAndMaskLieOnTheSamePatchesAndTheOutsideIsZeroBeforeNormalisation() {
        CropBox box = new CropBox(1, 0, 2, 3);
        byte[] pixels = new byte[2 * 64 * 64 * 3];
        Arrays.fill(pixels, (byte) 255);
        byte[] crop = CropPixels.of(Frames.of(2, 64, 64, pixels), box, 16).rgb();
        float[] inside = box.inside(4);
        try (Scope scope = compute.scope()) {
            float[] seen = scope.frames(crop, 1, 2, 64).floats(); // (1, 2, 3, 64, 64)
            float[] black = {-1.7922626f, -1.7520971f, -1.4802198f};
            for (int i = 0; i < seen.length; i++) {
                int patch = i / 64 % 64 / 16 * 4 + i % 64 / 16;
                float outside = black[i / 4096 % 3];
                if (inside[patch] == 1) {
                    assertThat(seen[i]).isGreaterThan(1.5f);
                } else {
                    assertThat(seen[i]).isCloseTo(outside, within(1e-5f));
                }
            }
        }
    }

    @Test
    void thePaperIgnoresUnsureLabelsAndThePublishedCodeTheFirstEntity() {
        float[] sureFirst = {.9f, .05f, .05f};
        float[] unsure = {.1f, .15f, .12f};
        float[] sureOther = {.1f, .1f, .8f};
        assertThat(ignored(IgnoreRule.PROBABILITY, sureFirst, unsure, sureOther))
                .isEqualTo(1.0 / 3);
        assertThat(ignored(IgnoreRule.REFERENCE_INDEX, sureFirst, unsure, sureOther))
                .isEqualTo(1.0 / 3);
        assertThat(ignored(IgnoreRule.PROBABILITY, unsure)).isEqualTo(1);
        assertThat(ignored(IgnoreRule.REFERENCE_INDEX, unsure)).isZero();
        assertThat(ignored(IgnoreRule.PROBABILITY, sureFirst)).isZero();
        assertThat(ignored(IgnoreRule.REFERENCE_INDEX, sureFirst)).isEqualTo(1);
    }

    @Test
    void theLossIsTheMeanOverCropsThatCountAndZeroWithoutAny() {
        float[] unsure = {.1f, .15f, .12f};
        float[] sure = {.1f, .1f, .8f};
        double alone = loss(sure);
        assertThat(loss(sure, unsure)).isCloseTo(alone, within(1e-5));
        assertThat(loss(unsure, unsure)).isZero();
    }

    private double loss(float[]... labels) {
        return values(IgnoreRule.PROBABILITY, labels).get(Metric.PEM_LOSS);
    }

    private double ignored(IgnoreRule rule, float[]... labels) {
        return values(rule, labels).get(Metric.IGNORED_SHARE);
    }

    /** Every clip is the same one, seen whole. */
    private Map<Metric, Double> values(IgnoreRule rule, float[]... labels) {
        StateDict state = new StateDict(compute, new RandomStreams(1));
        AlproModel model = new AlproModel(state.root(), Small.CONFIG, 0.07);
        Pem pem = Objective.PEM.among(3).ignoreRule(rule);
        ObjectiveSum sum = new ObjectiveSum(compute, List.of(pem), state, model, Optional.empty());
        int clips = labels.length;
        try (Scope scope = compute.scope()) {
            StepInputs in =
                    new StepInputs(
                            scope,
                            () -> scope.full(0.5, clips, Small.FRAMES, 3, Small.SIZE, Small.SIZE),
                            new TokenBatch(clips, 2, new long[2 * clips], new float[2 * clips]),
                            false,
                            false,
                            new RandomStreams(1),
                            1);
            return sum.of(in, Map.of(pem, step -> loss(pem, step, labels)), total -> {});
        }
    }

    private static StepTensor loss(Pem pem, Step step, float[]... labels) {
        int patches = Small.CONFIG.video().patches();
        float[] inside = new float[labels.length * patches];
        Arrays.fill(inside, 1);
        float[] flat = new float[labels.length * 3];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = labels[i / 3][i % 3];
        }
        return pem.loss(
                step,
                step.tensor(inside, labels.length, patches),
                step.tensor(flat, labels.length, 3));
    }
}
