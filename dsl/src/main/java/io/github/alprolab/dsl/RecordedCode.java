package io.github.alprolab.dsl;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.alpro.config.ParameterGroup;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.PublishedQuirk;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.objective.IgnoreRule;
import io.github.alprolab.alpro.objective.Mlm;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.alpro.objective.Vtc;
import io.github.alprolab.alpro.objective.Vtm;
import io.github.alprolab.alpro.retrieval.Rescoring;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.parquet.ListedClips;
import io.github.alprolab.datasets.readers.AnnotatedVideos;
import io.github.alprolab.datasets.readers.AskedVideos;
import io.github.alprolab.datasets.readers.WebDataset;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.datasets.sprites.Phrasing;
import io.github.alprolab.datasets.sprites.SpriteRecipe;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.reading.CodeException;
import io.github.alprolab.dsl.reading.KnownNames;
import io.github.alprolab.dsl.reading.ValueCode;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The experiment of a record, made again from the code in it. The code is read, not run: it can
 * name the nouns below and their settings, and nothing else, because a record may come from
 * anybody.
 */
final class RecordedCode {
    private static final String FILE = "experiment.java";

    /** Types that code may begin with. */
    private static final List<Class<?>> NOUNS =
            List.of(
                    Experiment.class,
                    Pairs.class,
                    Questions.class,
                    Answers.class,
                    Questions.class,
                    Answers.class,
                    Datasets.class,
                    Encoders.class,
                    Bert.class,
                    Losses.class,
                    Objective.class,
                    Prompter.class,
                    Checkpoint.class,
                    Entities.class,
                    Templates.class,
                    Trainer.class,
                    Device.class,
                    Every.class,
                    Captions.class,
                    Augmentation.class,
                    FrameSampling.class,
                    ParameterGroup.class,
                    Phrasing.class,
                    SpriteRecipe.class,
                    Decay.class,
                    Freezing.class,
                    Freezing.class,
                    IgnoreRule.class,
                    PositionRule.class,
                    Precision.class,
                    PublishedQuirk.class,
                    Rescoring.class,
                    Split.class,
                    UnreadableClips.class,
                    VideoAttention.class);

    /** Types that calls may give besides. */
    private static final List<Class<?>> OTHERS =
            List.of(
                    AnnotatedVideos.class,
                    AskedVideos.class,
                    ColourClips.class,
                    ListedClips.class,
                    MovingSprites.class,
                    WebDataset.class,
                    VideoPart.class,
                    TextPart.class,
                    Vtc.class,
                    Vtm.class,
                    Mlm.class,
                    Pem.class,
                    Pretraining.class,
                    Pretraining.NeedsPairs.class,
                    Pretraining.NeedsEncoders.class,
                    PrompterTraining.class,
                    PrompterTraining.NeedsPairs.class,
                    PrompterTraining.NeedsEncoders.class,
                    Retrieval.class,
                    Retrieval.NeedsPairs.class,
                    Retrieval.NeedsCheckpoint.class,
                    VideoQa.class,
                    VideoQa.NeedsQuestions.class,
                    VideoQa.NeedsStart.class);

    /** Calls that write, or name a file for something else than data and weights. */
    private static final Set<String> REFUSED =
            Set.of(
                    "Entities.save",
                    "Entities.file",
                    "AnnotatedVideos.readBy",
                    "AskedVideos.readBy");

    private static final KnownNames WORDS = KnownNames.of(NOUNS, OTHERS, REFUSED);

    private RecordedCode() {}

    /**
     * The experiment that a run was made by, the same as it is recorded.
     *
     * @throws AdviceException when it cannot be made of the record alone, or is not what the record
     *     says
     */
    static Experiment experiment(RunFolder run) {
        Experiment experiment = read(run, run.part(FILE).orElse(""));
        if (!experiment.hash().equals(run.state().hash())) {
            throw new AdviceException(
                    "C39",
                    "The code in %s gives the configuration %s on this machine, and the run is %s: its data or weights are others here, or the record was changed."
                            .formatted(
                                    RunStore.shown(run.path()),
                                    experiment.hash().substring(0, 8),
                                    run.state().brief()),
                    "run.reproduce(experiment) with the experiment as you want it");
        }
        return experiment;
    }

    private static Experiment read(RunFolder run, String code) {
        try {
            Object value = value(code, run.store());
            if (value instanceof Experiment experiment) {
                return experiment;
            }
            throw unread(run, "it describes no experiment");
        } catch (CodeException e) {
            throw unread(run, e.getMessage());
        }
    }

    /**
     * Any value of the nouns.
     *
     * @param runs the folder of runs that {@code Runs.path} names files in
     */
    static Object value(String code, Path runs) {
        return ValueCode.read(
                code,
                WORDS.function("Path.of", Path::of)
                        .function("Runs.path", inside -> within(runs, inside)));
    }

    /** A file beside the run it belongs to, wherever that folder of runs lies now. */
    private static Path within(Path runs, String inside) {
        Path file = runs.resolve(inside).normalize();
        if (!file.startsWith(runs)) {
            throw new AdviceException(
                    "C39",
                    "The record names “%s”, which lies outside of its folder of runs."
                            .formatted(inside),
                    "run.reproduce(experiment) with the experiment as you want it");
        }
        return file;
    }

    private static AdviceException unread(RunFolder run, String why) {
        return new AdviceException(
                "C39",
                "%s cannot be made again from its record: %s. What a session defines, such as objectives, samplings and data sets of your own, is no part of a record."
                        .formatted(RunStore.shown(run.path()), why),
                "Define it in a cell, make the experiment, and run.reproduce(experiment)");
    }
}
