package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Advised;
import io.github.alprolab.dsl.crop.CropExplorer;
import io.github.alprolab.dsl.crop.CropPictures;
import io.github.alprolab.dsl.crop.PromptTable;
import io.github.alprolab.dsl.crop.PseudoLabelAccuracy;
import io.github.alprolab.dsl.crop.PseudoLabels;
import io.github.alprolab.dsl.crop.Shot;
import io.github.alprolab.dsl.crop.Teacher;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The frozen teacher that labels crops: a trained prompter with the entities it tells apart. A
 * value: each edit returns a copy.
 *
 * <pre>{@code
 * Prompter.from(teacherRun.best()).entities(entities).templates(Templates.alproVideo())
 * }</pre>
 */
public final class Prompter implements Shown {
    private static final Schema PROMPTER = new Schema("Prompter");
    static final Setting<Entities> ENTITIES =
            PROMPTER.add(
                    Setting.of(
                                    "entities",
                                    Entities.of(),
                                    Allowed.<Entities>any("any number of names"),
                                    Entities::toString,
                                    Entities::names)
                            .reads(e -> e.size() == 0 ? "none" : e.size() + " names")
                            .says("names to choose among", "paper 3.3"));
    static final Setting<Templates> TEMPLATES =
            PROMPTER.add(
                    Setting.of(
                                    "templates",
                                    Templates.alproVideo(),
                                    Allowed.<Templates>any("at least one sentence with {}"),
                                    Templates::toString,
                                    Templates::texts)
                            .reads(Templates::toString)
                            .says("sentences around the names", "paper 3.3"));
    static final Setting<Templates> IMAGE_TEMPLATES =
            PROMPTER.add(
                    Setting.of(
                                    "imageTemplates",
                                    Templates.alproImage(),
                                    Allowed.<Templates>any("at least one sentence with {}"),
                                    Templates::toString,
                                    Templates::texts)
                            .reads(Templates::toString)
                            .identity(Identity.WHERE_CHANGED)
                            .says("sentences around the names for still pictures", "paper 3.3"));
    static final Setting<Losses> LOSSES =
            PROMPTER.add(
                    Setting.of(
                                    "losses",
                                    Losses.alpro(),
                                    Allowed.<Losses>any("any losses"),
                                    Losses::toString,
                                    Losses::settings)
                            .reads(l -> l.equals(Losses.alpro()) ? "Losses.alpro()" : l.toString())
                            .identity(Identity.NEVER)
                            .says(
                                    "whose PEM draws the boxes and ignores labels in figures and"
                                            + " measurements; training takes its own",
                                    ""));
    static final Setting<DeviceChoice> DEVICE = PROMPTER.add(DeviceChoice.setting());
    private static final Values STANDARD = PROMPTER.values();

    private final Checkpoint checkpoint;
    private final Values values;

    private Prompter(Checkpoint checkpoint, Values values) {
        this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
        this.values = values;
    }

    static Schema schema() {
        return PROMPTER;
    }

    /** With the published video templates and no entities yet. */
    public static Prompter from(Checkpoint checkpoint) {
        return new Prompter(checkpoint, STANDARD);
    }

    /** The trained teacher. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The names it chooses among, E of them. */
    public Entities entities() {
        return values.get(ENTITIES);
    }

    /** With other names to choose among, any number of names; none by default. */
    public Prompter entities(Entities names) {
        return with(ENTITIES, names);
    }

    /** The sentences that names are put into. */
    public Templates templates() {
        return values.get(TEMPLATES);
    }

    /**
     * With other sentences around the names, at least one sentence with {}; Templates.alproVideo()
     * by default.
     */
    public Prompter templates(Templates sentences) {
        return with(TEMPLATES, sentences);
    }

    /** Sentences around the names for still pictures. */
    public Templates imageTemplates() {
        return values.get(IMAGE_TEMPLATES);
    }

    /**
     * With other sentences around the names where a batch holds still pictures, at least one
     * sentence with {}; Templates.alproImage() by default.
     */
    public Prompter imageTemplates(Templates sentences) {
        return with(IMAGE_TEMPLATES, sentences);
    }

    /** The objectives whose options of PEM it follows. */
    public Losses losses() {
        return values.get(LOSSES);
    }

    /**
     * With the boxes and the threshold of these losses' PEM in {@link #crops}, {@link
     * #pseudoLabels} and {@link #accuracy}; any losses, {@code Losses.alpro()} by default. No part
     * of a run's identity: a training takes those of its own losses.
     */
    public Prompter losses(Losses seen) {
        return with(LOSSES, seen);
    }

    /** Where it computes. */
    public Device device() {
        return new Device(values.get(DEVICE));
    }

    /**
     * Labels on another device: Device.auto(), Device.cpu() or Device.gpu(0); Device.auto() by
     * default. No part of a run's identity; a training takes the trainer's.
     */
    public Prompter device(Device place) {
        return with(DEVICE, place.choice());
    }

    private <T> Prompter with(Setting<T> setting, T value) {
        return new Prompter(checkpoint, Advised.with(values, setting, value));
    }

    /**
     * For each clip a crop and its five likeliest entities. The entity that is known to be in the
     * box is marked; labels too unsure to learn from are hatched.
     */
    public Figure pseudoLabels(Clips clips) {
        requireEntities();
        return Figure.of(PseudoLabels.sheet(teacher(), shots(clips.list())));
    }

    /**
     * The prompts for the best entity of one crop of each clip, how alike each is to the crop, and
     * the mean that is used. The crops are those of {@link #pseudoLabels}.
     */
    public DataTable templates(Clips clips) {
        requireEntities();
        return PromptTable.of(teacher(), shots(clips.list()));
    }

    /**
     * A box to move over a clip, with its five likeliest entities beside it at every place. Its
     * {@code close()} frees the prompter, which Jupyter's kernel calls when its variable is
     * re-declared or dropped.
     */
    public CropExplorer explore(Clip clip) {
        requireEntities();
        return new CropExplorer(teacher(), clip.shot());
    }

    /** How crops are made: box, crop padded in place, and mask of patches. */
    public Figure crops(Clips clips) {
        return Figure.of(CropPictures.sheet(teacher(), shots(clips.list())));
    }

    /** How often the best entity is the one that is known to be in the box, beside chance. */
    public PseudoLabelAccuracy accuracy(Pairs pairs) {
        requireEntities();
        return PseudoLabels.accuracy(
                teacher(), shots(pairs.all().stream().map(pairs::clip).toList()));
    }

    private Teacher teacher() {
        return new Teacher(config(), video(), losses().pem(), values.get(DEVICE));
    }

    private static List<Shot> shots(List<Clip> clips) {
        return clips.stream().map(Clip::shot).toList();
    }

    PromptConfig config() {
        return new PromptConfig(
                checkpoint.file(),
                entities().names(),
                templates().texts(),
                imageTemplates().texts());
    }

    VideoConfig video() {
        return checkpoint.manifest().config().video();
    }

    /** All that is part of a run's identity. */
    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>(values.identity());
        all.put("weights", checkpoint.hash());
        return all;
    }

    private void requireEntities() {
        if (entities().size() == 0) {
            throw new AdviceException(
                    "C02",
                    "The prompter has 0 entities.",
                    ".entities(Entities.nouns(pairs).top(1000))");
        }
    }

    @Override
    public Showing show() {
        return Showing.plain(
                "Prompter of %d entities and %d templates from %s"
                        .formatted(
                                entities().size(), templates().texts().size(), checkpoint.path()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prompter that
                && checkpoint.equals(that.checkpoint)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(checkpoint, values);
    }

    @Override
    public String toString() {
        return "Prompter.from(" + checkpoint + ")" + values.calls();
    }
}
