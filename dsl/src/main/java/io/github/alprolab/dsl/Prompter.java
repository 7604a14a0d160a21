package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
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
    private final Checkpoint checkpoint;
    private final Entities entities;
    private final Templates templates;

    private Prompter(Checkpoint checkpoint, Entities entities, Templates templates) {
        this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
        this.entities = Objects.requireNonNull(entities, "entities");
        this.templates = Objects.requireNonNull(templates, "templates");
    }

    /** With the published video templates and no entities yet. */
    public static Prompter from(Checkpoint checkpoint) {
        return new Prompter(checkpoint, Entities.of(), Templates.alproVideo());
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    public Entities entities() {
        return entities;
    }

    /** With other names to choose among. */
    public Prompter entities(Entities names) {
        return new Prompter(checkpoint, names, templates);
    }

    public Templates templates() {
        return templates;
    }

    /** With other sentences around the names. */
    public Prompter templates(Templates sentences) {
        return new Prompter(checkpoint, entities, sentences);
    }

    /**
     * For each clip a crop and its five likeliest entities. The entity that is known to be in the
     * box is marked; labels too unsure to learn from are hatched.
     */
    public Figure pseudoLabels(Clips clips) {
        requireEntities();
        return Figure.of(PseudoLabels.sheet(this, clips.list()));
    }

    /** How crops are made: box, crop padded in place, and mask of patches. */
    public Figure crops(Clips clips) {
        return Figure.of(CropPictures.sheet(this, clips.list()));
    }

    /** How often the best entity is the one that is known to be in the box, beside chance. */
    public PseudoLabelAccuracy accuracy(Pairs pairs) {
        requireEntities();
        return PseudoLabels.accuracy(this, pairs.all().stream().map(pairs::clip).toList());
    }

    PromptConfig config() {
        return new PromptConfig(checkpoint.path(), entities.names(), templates.texts());
    }

    VideoConfig video() {
        return checkpoint.manifest().config().video();
    }

    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>();
        all.put("weights", checkpoint.hash());
        all.put("entities", entities.names());
        all.put("templates", templates.texts());
        return all;
    }

    private void requireEntities() {
        if (entities.size() == 0) {
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
                        .formatted(entities.size(), templates.texts().size(), checkpoint.path()));
    }

    @Override
    public String toString() {
        return "Prompter.from(%s).entities(%s).templates(%s)"
                .formatted(checkpoint, entities, templates);
    }
}
