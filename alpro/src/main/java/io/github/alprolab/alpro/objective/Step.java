package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a loss sees of one batch. Encodings, features, similarities, negatives and fused pairs are
 * computed when the first objective asks and shared by all; they are freed with the step.
 */
public final class Step {
    private final SharedStep shared;
    private final Bound bound;
    private final BatchFigures reported = new BatchFigures();

    Step(SharedStep shared, Bound bound) {
        this.shared = shared;
        this.bound = bound;
    }

    /** B, clips of the batch. */
    public int clips() {
        return shared.in().texts().rows();
    }

    /** L, word pieces of the longest text. */
    public int length() {
        return shared.in().texts().length();
    }

    /** Sizes of the model. */
    public AlproConfig config() {
        return shared.model().config();
    }

    /** Whether this is training and not a measurement of validation pairs. */
    public boolean training() {
        return shared.in().training();
    }

    /** Whether the batch holds still images instead of videos. */
    public boolean stills() {
        return shared.in().stills();
    }

    /** Normalised frames, (B, T, 3, H, W). */
    public StepTensor frames() {
        return wrapped(shared.frames());
    }

    /** Word pieces of the texts, (B·L) row-major with padding: a copy. */
    public long[] pieces() {
        return shared.in().texts().ids().clone();
    }

    /** The words that pieces stand for. */
    public Vocabulary vocabulary() {
        return shared.vocabulary()
                .orElseThrow(
                        () -> new IllegalStateException("This step has pieces without words."));
    }

    /**
     * The words of a clip's text in order, in lower case, pieces put together; points and commas
     * are words too.
     *
     * @param clip its place in the batch, from 0
     */
    public List<String> words(int clip) {
        return shared.in().texts().words(clip, vocabulary());
    }

    /** 1 for word pieces and 0 for padding, (B, L). */
    public StepTensor mask() {
        return wrapped(shared.mask());
    }

    /** Tokens of the clips, (B, 1 + P, D): CLS, then patches. */
    public StepTensor video() {
        return wrapped(shared.video());
    }

    /** Tokens of the texts, (B, L, D). */
    public StepTensor text() {
        return wrapped(shared.text());
    }

    /** Unit vectors of the clips, (B, d). */
    public StepTensor videoFeatures() {
        return wrapped(shared.videoFeatures());
    }

    /** Unit vectors of the texts, (B, d). */
    public StepTensor textFeatures() {
        return wrapped(shared.textFeatures());
    }

    /** The learned temperature, a scalar. */
    public StepTensor temperature() {
        return wrapped(shared.temperature());
    }

    /** Products of all unit vectors over the temperature, (B, B), a row per clip. */
    public StepTensor similarity() {
        return wrapped(shared.similarity());
    }

    /**
     * One wrong clip for each text and one wrong text for each clip, the likelier the more alike.
     */
    public HardNegatives negatives() {
        return shared.negatives();
    }

    /**
     * The same places as a tensor, (2, B) int64: of clips for the texts, of texts for the clips.
     */
    StepTensor negativeRows() {
        return wrapped(shared.negativeRows());
    }

    /** Fused tokens of the right pairs, (B, L + 1 + P, D): text first, then video. */
    public StepTensor matched() {
        return wrapped(shared.matched());
    }

    /** Tokens of all clips that may be negatives: those of the batch that this is a part of. */
    StepTensor allVideo() {
        return wrapped(shared.allVideo());
    }

    /** Tokens of all texts that may be negatives. */
    StepTensor allText() {
        return wrapped(shared.allText());
    }

    /** Masks of the same. */
    StepTensor allMask() {
        return wrapped(shared.allMask());
    }

    /** CLS of the fused right pairs, (B, D). */
    StepTensor matchedCls() {
        return wrapped(shared.matchedCls());
    }

    /** The networks, for inputs of the objective's own. */
    public StepModel model() {
        return new StepModel(shared, this, shared.model(), false);
    }

    /**
     * A copy of the model that the objective declared: it sees no dropout, and what it computes has
     * no gradient.
     */
    public StepModel copy(String name) {
        return new StepModel(shared, this, bound.copy(name).model(), true);
    }

    /** A head that the objective declared. */
    public Head head(String name) {
        return bound.head(name);
    }

    /** A parameter that the objective declared. */
    public StepTensor parameter(String name) {
        return wrapped(bound.parameter(name).in(scope()));
    }

    /** An option of the objective. */
    public double option(String name) {
        return Written.option(bound.objective(), name);
    }

    /**
     * A random stream for a purpose, from its start: the same draws for the same seed, batch and
     * purpose, also when a training is resumed.
     */
    public RandomGenerator random(String purpose) {
        return shared.in().streams().stream(
                bound.objective().key() + "." + purpose, shared.in().number());
    }

    /** A fair coin for each clip, of the stream of a purpose. */
    public boolean[] coins(String purpose) {
        RandomGenerator random = random(purpose);
        boolean[] coins = new boolean[clips()];
        for (int i = 0; i < coins.length; i++) {
            coins[i] = random.nextBoolean();
        }
        return coins;
    }

    /** A constant with these values, row-major. */
    public StepTensor tensor(float[] values, int... shape) {
        long[] lengths = Arrays.stream(shape).asLongStream().toArray();
        if (LongStream.of(lengths).reduce(1, (a, b) -> a * b) != values.length) {
            throw new IllegalArgumentException(
                    "Objective “%s”: %d values do not fill %s."
                            .formatted(name(), values.length, StepTensor.words(lengths)));
        }
        return wrapped(scope().of(values, lengths));
    }

    /** 1 on the diagonal and 0 elsewhere, (count, count). */
    public StepTensor identity(int count) {
        float[] values = new float[count * count];
        for (int i = 0; i < count; i++) {
            values[i * count + i] = 1;
        }
        return tensor(values, count, count);
    }

    /** The loss of a batch in which nothing counts: 0, in the graph. */
    public StepTensor zero() {
        return temperature().multiply(0);
    }

    /**
     * The frames with all pixels outside of some patches set to black.
     *
     * @param inside 1 for patches to keep and 0 for others, (B, P)
     */
    public StepTensor framesInside(StepTensor inside) {
        requireShape("framesInside", inside, 2, clips(), config().video().patches());
        int grid = config().video().grid();
        int patch = config().video().patch();
        long size = config().video().imageSize();
        Tensor mask =
                inside.tensor()
                        .reshape(clips(), 1, 1, grid, 1, grid, 1)
                        .expand(-1, -1, -1, -1, patch, -1, patch)
                        .reshape(clips(), 1, 1, size, size);
        return wrapped(shared.frames().keptWhere(mask, scope().black()));
    }

    /**
     * Tells a figure that the objective declared, a mean over the batch.
     *
     * @throws IllegalArgumentException for one that it did not declare
     */
    public void report(String figure, double value) {
        reported.add(declared(figure), value);
    }

    /**
     * The same of a scalar, which is read together with the losses when all is computed.
     *
     * @throws IllegalArgumentException for one that the objective did not declare, or no scalar
     */
    public void report(String figure, StepTensor scalar) {
        requireShape("report", scalar, 0);
        reported.add(declared(figure), scalar.tensor());
    }

    /** The same of {@link StepTensor#accuracy(long...)}. */
    void reportAccuracy(String figure, StepTensor scores, Tensor labels) {
        reportShareOfZeros(figure, scores.misses(labels));
    }

    /** The same of the share of a tensor's values that are 0. */
    void reportShareOfZeros(String figure, Tensor values) {
        reported.addShareOfZeros(declared(figure), values);
    }

    private Metric declared(String figure) {
        return bound.objective().reports().stream()
                .filter(m -> m.title().equals(figure) || m.name().equals(named(figure)))
                .findFirst()
                .orElseThrow(() -> undeclared(figure));
    }

    private String named(String figure) {
        String own = ObjectiveNames.capitals(figure);
        String prefix = ObjectiveNames.capitals(name());
        return bound.objective() instanceof Written ? prefix + "_" + own : own;
    }

    private IllegalArgumentException undeclared(String figure) {
        String declared =
                bound.objective().reports().stream()
                        .map(Metric::title)
                        .collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "Objective “%s” reports “%s” and declares %s. Add .reports(\"%s\", Better.HIGHER) above its loss."
                        .formatted(name(), figure, declared.isEmpty() ? "none" : declared, figure));
    }

    BatchFigures reported() {
        return reported;
    }

    String name() {
        return bound.objective().name();
    }

    Scope scope() {
        return shared.in().scope();
    }

    SharedStep shared() {
        return shared;
    }

    /** What the objective kept when it got ready. */
    <T> T kept(Class<T> type) {
        return type.cast(bound.kept().get(type));
    }

    StepTensor wrapped(Tensor tensor) {
        return new StepTensor(tensor, this);
    }

    /** Refuses a tensor of another shape; -1 stands for any length. */
    void requireShape(String operation, StepTensor given, int axes, long... wanted) {
        long[] shape = given.shape();
        boolean fits = shape.length == axes;
        for (int i = 0; fits && i < axes; i++) {
            fits = wanted[i] < 0 || wanted[i] == shape[i];
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "Objective “%s”: %s reads %s and is given %s."
                            .formatted(
                                    name(),
                                    operation,
                                    StepTensor.words(wanted),
                                    StepTensor.words(shape)));
        }
    }
}
