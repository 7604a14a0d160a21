package io.github.alprolab.dsl;

import java.util.List;

/** The names that notebooks and scripts use without an import of their own. */
public final class Imports {
    private static final List<String> NAMES =
            List.of(
                    "io.github.alprolab.dsl.*",
                    "io.github.alprolab.dsl.course.Course",
                    "io.github.alprolab.dsl.course.Exercise",
                    "io.github.alprolab.dsl.course.Expected",
                    "io.github.alprolab.dsl.course.Judgement",
                    "io.github.alprolab.dsl.course.Predict",
                    "io.github.alprolab.dsl.figure.Figure",
                    "io.github.alprolab.dsl.listening.MlFlow",
                    "io.github.alprolab.dsl.listening.RunListener",
                    "io.github.alprolab.dsl.listening.TensorBoard",
                    "io.github.alprolab.alpro.config.Decay",
                    "io.github.alprolab.alpro.checkpoint.PositionRule",
                    "io.github.alprolab.alpro.config.Freezing",
                    "io.github.alprolab.alpro.config.ParameterGroup",
                    "io.github.alprolab.alpro.config.Precision",
                    "io.github.alprolab.alpro.config.PublishedQuirk",
                    "io.github.alprolab.alpro.config.VideoAttention",
                    "io.github.alprolab.alpro.objective.Better",
                    "io.github.alprolab.alpro.objective.IgnoreRule",
                    "io.github.alprolab.alpro.objective.Metric",
                    "io.github.alprolab.alpro.objective.Objective",
                    "io.github.alprolab.alpro.objective.Step",
                    "io.github.alprolab.alpro.objective.StepTensor",
                    "io.github.alprolab.alpro.retrieval.Rescoring",
                    "io.github.alprolab.datasets.FrameSampling",
                    "io.github.alprolab.datasets.Split",
                    "io.github.alprolab.datasets.sprites.SpriteStatistics",
                    "io.github.alprolab.datasets.UnreadableClips",
                    "io.github.alprolab.datasets.archive.ArchiveLimits",
                    "io.github.alprolab.datasets.archive.Checksum",
                    "io.github.alprolab.datasets.archive.Extraction",
                    "io.github.alprolab.datasets.augmentation.Augmentation",
                    "io.github.alprolab.datasets.augmentation.FrameChange",
                    "io.github.alprolab.datasets.gallery.SpriteGallery",
                    "io.github.alprolab.datasets.readers.AnnotatedVideos",
                    "io.github.alprolab.datasets.readers.AskedVideos",
                    "io.github.alprolab.datasets.readers.CaptionFiles",
                    "io.github.alprolab.datasets.readers.QuestionFiles",
                    "io.github.alprolab.datasets.readers.VideoFolder",
                    "io.github.alprolab.datasets.readers.VideoNames",
                    "io.github.alprolab.datasets.sprites.Phrasing",
                    "io.github.alprolab.datasets.sprites.SpriteRecipe");

    private Imports() {}

    /** As in an import declaration, without the word. */
    public static List<String> names() {
        return NAMES;
    }
}
