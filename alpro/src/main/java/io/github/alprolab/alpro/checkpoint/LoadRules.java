package io.github.alprolab.alpro.checkpoint;

import java.util.List;
import java.util.stream.Stream;

/**
 * What may differ between a file and a model without being an error.
 *
 * @param into what comes before the file's names in the model; only the model's names that begin so
 *     take part
 * @param missing beginnings of names that the file may lack; the model keeps its first weights
 *     there
 * @param unexpected beginnings of names that the file may have beyond the model
 * @param otherShape beginnings of names whose shape may differ; the model keeps its first weights
 *     there
 * @param skipped parts of names that are left out of the file
 * @param positions how positions in space are resized
 */
public record LoadRules(
        String into,
        List<String> missing,
        List<String> unexpected,
        List<String> otherShape,
        List<String> skipped,
        PositionRule positions) {
    public LoadRules {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        otherShape = List.copyOf(otherShape);
        skipped = List.copyOf(skipped);
    }

    /** Every tensor has its partner. */
    public static LoadRules strict() {
        return new LoadRules("", List.of(), List.of(), List.of(), List.of(), PositionRule.GRID);
    }

    /** A pre-training file into a retrieval model (docs/method.md section 2.5). */
    public static LoadRules pretrainingToRetrieval() {
        return strict().allowUnexpected("mpm_head.", "prompter.", "objectives.");
    }

    /**
     * A file of any kind into a model that ranks: what other tasks alone use, and what nothing
     * uses, may be there or not.
     */
    public static LoadRules anyToRetrieval() {
        return pretrainingToRetrieval()
                .allowUnexpected("video_prompt_feat", "image_prompt_feat")
                .allowMissing("text_encoder.cls.", "visual_encoder.model.head.");
    }

    /**
     * A file of any kind into a model that goes on learning: heads that the file lacks, or has for
     * something else, keep their first weights.
     */
    public static LoadRules anyToPretraining() {
        return anyToRetrieval()
                .allowMissing("mpm_head.", "objectives.")
                .allowOtherShape("mpm_head.", "objectives.");
    }

    /**
     * A file of any kind into a model that answers. Where the file's own classifier is for other
     * answers, {@link #skip} leaves it out.
     */
    public static LoadRules anyToAnswering() {
        return pretrainingToAnswering()
                .allowUnexpected("video_prompt_feat", "image_prompt_feat")
                .allowMissing(
                        "visual_encoder.model.head.",
                        "temp",
                        "vision_proj.",
                        "text_proj.",
                        "itm_head.");
    }

    /** A pre-training file into a question-answering model, whose classifier stays fresh. */
    public static LoadRules pretrainingToAnswering() {
        return pretrainingToRetrieval()
                .allowUnexpected("text_encoder.cls.")
                .allowMissing("classifier.");
    }

    /**
     * A stand-alone prompter into {@code prompter.*} of a pre-training model. Its prompt features
     * are random and left out; they are computed from the entities (docs/method.md section 2.7).
     */
    public static LoadRules prompterIntoPretraining() {
        return strict().into("prompter.")
                .skip("prompt_feat")
                .allowMissing("prompter.video_prompt_feat", "prompter.image_prompt_feat");
    }

    /**
     * A retrieval file of LAVIS, which lacks the word head and the unused video head
     * (docs/method.md section 11).
     */
    public static LoadRules lavisRetrieval() {
        return strict().allowMissing("text_encoder.cls.", "visual_encoder.model.head.");
    }

    /** A question-answering file of LAVIS, which lacks all that answering does not use. */
    public static LoadRules lavisAnswering() {
        return strict().allowMissing(
                        "visual_encoder.model.head.",
                        "temp",
                        "vision_proj.",
                        "text_proj.",
                        "itm_head.");
    }

    /**
     * A BERT into the text and fusion encoder of any model, the published start of a training; its
     * pooler and its next-sentence head have no place.
     */
    public static LoadRules textOnly() {
        return strict().allowMissing(
                        "visual_encoder.",
                        "temp",
                        "vision_proj.",
                        "text_proj.",
                        "itm_head.",
                        "mpm_head.",
                        "classifier.",
                        "prompter.",
                        "objectives.")
                .allowUnexpected(
                        "text_encoder.bert.pooler.",
                        "text_encoder.cls.predictions.",
                        "text_encoder.cls.seq_relationship.");
    }

    /** Puts {@code prefix} before the file's names and leaves all other tensors alone. */
    public LoadRules into(String prefix) {
        return new LoadRules(prefix, missing, unexpected, otherShape, skipped, positions);
    }

    /** The file may lack tensors whose names begin so. */
    public LoadRules allowMissing(String... beginnings) {
        return new LoadRules(
                into, joined(missing, beginnings), unexpected, otherShape, skipped, positions);
    }

    /** The file may have more tensors, with names that begin so. */
    public LoadRules allowUnexpected(String... beginnings) {
        return new LoadRules(
                into, missing, joined(unexpected, beginnings), otherShape, skipped, positions);
    }

    /** Tensors whose names begin so may have another shape, and are then not loaded. */
    public LoadRules allowOtherShape(String... beginnings) {
        return new LoadRules(
                into, missing, unexpected, joined(otherShape, beginnings), skipped, positions);
    }

    /** Leaves out the file's tensors with this in their names. */
    public LoadRules skip(String... parts) {
        return new LoadRules(
                into, missing, unexpected, otherShape, joined(skipped, parts), positions);
    }

    /** Resizes positions in space by this rule. */
    public LoadRules positions(PositionRule rule) {
        return new LoadRules(into, missing, unexpected, otherShape, skipped, rule);
    }

    static boolean allowed(String name, List<String> beginnings) {
        return beginnings.stream().anyMatch(name::startsWith);
    }

    private static List<String> joined(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
