package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.prompter.CropSampler;
import io.github.alprolab.alpro.prompter.FrozenPrompter;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.alpro.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Prompting entity modelling: soft cross-entropy between the prompter's label of a crop and the
 * model's prediction from the region's fused patches (paper section 3.3, eq. 7); 0 where no crop
 * counts. The only objective that knows the prompter.
 */
public final class Pem extends Objective {
    private static final String HEAD = "mpm_head";
    static final String IGNORED = "ignored share";
    private static final String LEAST = "cropLeast";
    private static final String MOST = "cropMost";
    private static final Schema SCHEMA = new Schema("PEM");
    private static final Setting<Area> CROP_AREA =
            Setting.of(
                            "cropArea",
                            new Area(0.3, 0.5),
                            new Allowed<>(
                                    "two shares above 0 and up to 1, the smaller one first",
                                    a -> a.least > 0 && a.least <= a.most && a.most <= 1),
                            a -> a.least + ", " + a.most,
                            a -> Map.of(LEAST, a.least, MOST, a.most))
                    .reads(a -> Code.brief(a.least) + ", " + Code.brief(a.most))
                    .says("smallest and largest crop as shares of the frame", "paper 4.1");
    private static final Setting<Double> IGNORE_BELOW =
            Setting.share("ignoreBelow", 0.2)
                    .says("crops whose best entity is less probable teach nothing", "paper 3.3");
    private static final Setting<IgnoreRule> IGNORE_RULE =
            Setting.choice("ignoreRule", IgnoreRule.PROBABILITY)
                    .says("how ignoreBelow is read", "the published code compares the index");

    static {
        SCHEMA.add(WEIGHT);
        SCHEMA.add(CROP_AREA);
        SCHEMA.add(IGNORE_BELOW);
        SCHEMA.add(IGNORE_RULE);
    }

    private final Optional<PromptConfig> teacher;
    private final int entities;

    private record Area(double least, double most) {}

    Pem() {
        this(SCHEMA.values(), Optional.empty(), 0);
    }

    private Pem(Values values, Optional<PromptConfig> teacher, int entities) {
        super("PEM", values);
        this.teacher = teacher;
        this.entities = entities;
    }

    @Override
    Pem with(Values changed) {
        return new Pem(changed, teacher, entities);
    }

    @Override
    public Pem weight(double factor) {
        return with(values().with(WEIGHT, factor));
    }

    /** Smallest crop as a share of the frame. */
    public double cropLeast() {
        return values().get(CROP_AREA).least;
    }

    /** Largest crop as a share of the frame. */
    public double cropMost() {
        return values().get(CROP_AREA).most;
    }

    /** With other crops, as shares of the frame. */
    public Pem cropArea(double least, double most) {
        return with(values().with(CROP_AREA, new Area(least, most)));
    }

    /** Crops whose best entity has a lower probability teach nothing. */
    public double ignoreBelow() {
        return values().get(IGNORE_BELOW);
    }

    /** Leaves out crops whose best entity has a lower probability, as the paper says. */
    public Pem ignoreBelow(double probability) {
        return with(
                values().with(IGNORE_BELOW, probability).with(IGNORE_RULE, IgnoreRule.PROBABILITY));
    }

    /** How {@link #ignoreBelow} is read. */
    public IgnoreRule ignoreRule() {
        return values().get(IGNORE_RULE);
    }

    /** With another reading of {@link #ignoreBelow}. */
    public Pem ignoreRule(IgnoreRule rule) {
        return with(values().with(IGNORE_RULE, rule));
    }

    /** Compares the index of the best entity instead, as the published code does. */
    public Pem likeReferenceCode() {
        return ignoreRule(IgnoreRule.REFERENCE_INDEX);
    }

    /** With what labels the crops: a trained prompter, entities and templates. */
    public Pem teacher(PromptConfig prompts) {
        return new Pem(values(), Optional.of(prompts), prompts.entities().size());
    }

    /** With a head for so many entities and no teacher: for labels that come from elsewhere. */
    public Pem among(int count) {
        return new Pem(values(), Optional.empty(), count);
    }

    /** A sampler of the crops for square frames. */
    public CropSampler crops(int size, int patch) {
        return new CropSampler(size, patch, cropLeast(), cropMost());
    }

    /** Flat, as records have always had it. */
    @Override
    public Map<String, Object> identity() {
        Map<String, Object> all = super.identity();
        all.remove(CROP_AREA.name());
        all.put(LEAST, cropLeast());
        all.put(MOST, cropMost());
        return all;
    }

    @Override
    Objective recalled(Map<String, Object> record) {
        Area area = CROP_AREA.standard();
        Object rule = record.getOrDefault(IGNORE_RULE.name(), IGNORE_RULE.standard());
        return weight(number(record, WEIGHT))
                .cropArea(number(record, LEAST, area.least), number(record, MOST, area.most))
                .ignoreBelow(number(record, IGNORE_BELOW))
                .ignoreRule(IgnoreRule.valueOf(rule.toString()));
    }

    private static double number(Map<String, Object> record, String name, double standard) {
        return record.get(name) instanceof Number number ? number.doubleValue() : standard;
    }

    @Override
    public String question() {
        return "Which entity is in this crop?";
    }

    @Override
    public String optionWords() {
        String rule =
                ignoreRule() == IgnoreRule.PROBABILITY
                        ? "ignores best entities below " + ignoreBelow()
                        : "ignores entity number 0, as the published code does";
        return "crops of %s to %s of the frame, %s".formatted(cropLeast(), cropMost(), rule);
    }

    @Override
    public Chance chance() {
        return new Chance("chance ln E", "ln E (E = entities)", sizes -> Math.log(sizes.classes()));
    }

    @Override
    public List<Metric> reports() {
        return List.of(report(IGNORED, "Ignored crops", Better.NEITHER, Chance.unknown()));
    }

    @Override
    public int colour() {
        return 0xCC79A7;
    }

    @Override
    public boolean readsMatched() {
        return true;
    }

    @Override
    boolean readsMatchedTokens() {
        return true;
    }

    @Override
    public Optional<Missing> missing() {
        return teacher.isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Missing(
                                "PEM needs pseudo-labels and no prompter is set.",
                                ".prompter(Prompter.from(checkpoint)), or drop it:"
                                        + " .losses(l -> l.without(Objective.PEM))"));
    }

    @Override
    public List<String> classes() {
        return teacher.map(PromptConfig::entities).orElse(List.of());
    }

    @Override
    void heads(Heads heads) {
        heads.published().twoLayers(HEAD, heads.width(), Math.max(1, entities));
    }

    @Override
    void prepare(Setup setup) throws IOException {
        setup.keep(
                FrozenPrompter.load(
                        setup.compute(), teacher.orElseThrow(), setup.config().video().frames()));
    }

    @Override
    public StepTensor loss(Step step) {
        StepTensor mask = inside(step, boxes(step));
        return loss(step, mask, labels(step, mask));
    }

    /** 1 for patches in the boxes and 0 outside, (B, P). */
    public StepTensor inside(Step step, List<CropBox> boxes) {
        int grid = step.config().video().grid();
        float[] inside = new float[boxes.size() * grid * grid];
        for (int i = 0; i < boxes.size(); i++) {
            System.arraycopy(boxes.get(i).inside(grid), 0, inside, i * grid * grid, grid * grid);
        }
        return step.tensor(inside, boxes.size(), grid * grid);
    }

    /** The boxes of a step's crops, one a clip: the same ones each time it is asked. */
    public List<CropBox> boxes(Step step) {
        RandomGenerator random = step.random("crop");
        CropSampler sampler =
                crops(step.config().video().imageSize(), step.config().video().patch());
        List<CropBox> boxes = new ArrayList<>();
        for (int i = 0; i < step.clips(); i++) {
            boxes.add(sampler.sample(random));
        }
        return boxes;
    }

    /** The prompter's distributions of the crops, (B, E), no gradient. */
    public StepTensor labels(Step step, StepTensor inside) {
        FrozenPrompter prompter = step.kept(FrozenPrompter.class);
        PromptKind kind = step.stills() ? PromptKind.IMAGE : PromptKind.VIDEO;
        StepTensor crops = step.framesInside(inside);
        return step.wrapped(prompter.labels(step.scope(), crops.tensor(), kind));
    }

    /**
     * The loss of given crops.
     *
     * @param inside 1 for patches in the crop's box and 0 outside, (B, P)
     * @param labels the prompter's distributions, (B, E), no gradient
     */
    public StepTensor loss(Step step, StepTensor inside, StepTensor labels) {
        StepTensor counted = step.wrapped(counted(labels.tensor())); // (B)
        step.reportShareOfZeros(IGNORED, counted.tensor());
        return mean(step, inside, labels, counted);
    }

    /** The mean over crops that count: (B), 1 for each of them and 0 for others. */
    StepTensor mean(Step step, StepTensor inside, StepTensor labels, StepTensor counted) {
        StepTensor atLeastOne = counted.sum().add(-1).relu().add(1);
        StepTensor share = step.wrapped(counted.tensor().ones()).divide(atLeastOne);
        StepTensor each = scores(step, inside).softCrossEntropy(labels); // (B)
        return each.multiply(counted).sum().multiply(share);
    }

    @Override
    Optional<Parts> parts(Step whole) {
        return Optional.of(new CropParts(this, whole));
    }

    /** Scores of the entities for regions of patches (B, P), from the fused right pairs: (B, E). */
    public StepTensor scores(Step step, StepTensor inside) {
        StepTensor fused = step.matched();
        int patches = inside.size(1);
        StepTensor video = fused.narrow(1, fused.size(1) - patches, patches); // (B, P, D)
        StepTensor weights = inside.reshape(inside.size(0), patches, 1);
        StepTensor region = video.multiply(weights).sum(1).divide(weights.sum(1)); // (B, D)
        return step.head(HEAD).apply(region);
    }

    /** 1 for labels (B, E) that teach and 0 for those that are ignored, (B). */
    public float[] counted(float[][] labels) {
        float[] counted = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int best = 0;
            for (int e = 1; e < labels[i].length; e++) {
                best = labels[i][e] > labels[i][best] ? e : best;
            }
            double judged = ignoreRule() == IgnoreRule.PROBABILITY ? labels[i][best] : best;
            counted[i] = judged < ignoreBelow() ? 0 : 1;
        }
        return counted;
    }

    /** The same on the device. */
    private Tensor counted(Tensor labels) {
        Tensor best = ignoreRule() == IgnoreRule.PROBABILITY ? labels.most() : labels.argMax();
        return best.atLeast(ignoreBelow());
    }
}
