package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.text.TokenBatch;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Steps on noise with fixed draws.
 *
 * @param config of the model
 * @param clips B
 * @param length L
 */
public record SmallSteps(AlproConfig config, int clips, int length) {
    /** Names that PEM's head tells apart. */
    public static final int ENTITIES = 5;

    /** A step of noise whose negatives are chosen by a rule. */
    public StepInputs inputs(Scope scope, boolean training, StepInputs.NegativeChoice negatives) {
        int frames = config.video().frames();
        int size = config.video().imageSize();
        Random random = new Random(9);
        float[] pixels = new float[clips * frames * 3 * size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        long[] ids = random.longs((long) clips * length, 5, 20).toArray();
        float[] mask = new float[ids.length];
        Arrays.fill(mask, 1);
        return new StepInputs(
                scope,
                () -> scope.of(pixels, clips, frames, 3, size, size),
                new TokenBatch(clips, length, ids, mask),
                false,
                training,
                new RandomStreams(4),
                1,
                Optional.of(negatives));
    }

    /** Losses of MLM and PEM with fixed words, boxes and labels, one distribution a clip. */
    public Map<Objective, Function<Step, StepTensor>> fixed(Mlm mlm, Pem pem, float... labels) {
        return Map.of(
                mlm, step -> mlm.loss(step, words(step)),
                pem, step -> pem.loss(step, inside(step), labels(step, labels)));
    }

    private static MaskedWords words(Step step) {
        long[] ids = step.pieces();
        long[] hidden = ids.clone();
        hidden[1] = 4;
        hidden[8] = 4;
        return new MaskedWords(hidden, new int[] {1, 8}, new long[] {ids[1], ids[8]});
    }

    private StepTensor inside(Step step) {
        float[] inside = new float[clips * config.video().patches()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i % 3 == 0 || i % config.video().patches() == 1 ? 1 : 0;
        }
        return step.tensor(inside, clips, config.video().patches());
    }

    private StepTensor labels(Step step, float... labels) {
        return step.tensor(labels, clips, ENTITIES);
    }
}
