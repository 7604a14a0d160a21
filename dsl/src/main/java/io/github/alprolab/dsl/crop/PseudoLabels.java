package io.github.alprolab.dsl.crop;

import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.objective.IgnoreRule;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.alpro.prompter.CropPixels;
import io.github.alprolab.alpro.prompter.PseudoLabeler;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.Bar;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.figure.LabelRow;
import io.github.alprolab.dsl.figure.LabelSheet;
import io.github.alprolab.dsl.show.Numbers;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks a prompter about crops, outside training. */
public final class PseudoLabels {
    private static final long SEED = 42;
    private static final int BARS = 5;
    private static final int BATCH = 64;

    /** Boxes a clip, so that the figure of a few hundred clips is steady. */
    private static final int BOXES = 4;

    private PseudoLabels() {}

    /** One row a clip, each with a box. */
    public static LabelSheet sheet(Teacher prompter, List<Shot> clips) {
        List<CroppedClip> crops = CroppedClip.draw(prompter, clips, random("prompter.show"));
        List<Distribution> labels = labels(prompter, crops);
        return new LabelSheet(
                "Pseudo-labels · " + prompter.config().entities().size() + " entities",
                IntStream.range(0, crops.size())
                        .mapToObj(i -> row(prompter, crops.get(i), labels.get(i)))
                        .toList());
    }

    /** Of several boxes a clip. */
    public static PseudoLabelAccuracy accuracy(Teacher prompter, List<Shot> clips) {
        RandomGenerator random = random("prompter.accuracy");
        List<CroppedClip> crops =
                IntStream.range(0, BOXES)
                        .mapToObj(i -> CroppedClip.draw(prompter, clips, random))
                        .flatMap(List::stream)
                        .toList();
        List<CroppedClip> clear = crops.stream().filter(c -> c.known().isPresent()).toList();
        if (clear.isEmpty()) {
            throw new AdviceException(
                    "C10",
                    "None of %d boxes has an entity that is known to be in it."
                            .formatted(crops.size()),
                    "Pairs.of(Datasets.movingSprites()).only(Split.VALIDATION)");
        }
        List<Distribution> labels = labels(prompter, clear);
        return new PseudoLabelAccuracy(
                IntStream.range(0, clear.size())
                        .mapToObj(i -> judged(prompter, clear.get(i), labels.get(i)))
                        .toList(),
                prompter.config().entities().size(),
                crops.size() - clear.size());
    }

    private static JudgedLabel judged(Teacher prompter, CroppedClip crop, Distribution label) {
        return JudgedLabel.of(
                crop.known().orElseThrow(), label, ignored(prompter, label).isPresent());
    }

    static List<Distribution> labels(Teacher prompter, List<CroppedClip> crops) {
        Map<CroppedClip, Distribution> found = new IdentityHashMap<>();
        int frames = crops.get(0).frames().count();
        try (PseudoLabeler labeler = load(prompter, frames)) {
            label(labeler, crops.stream().filter(c -> !c.clip().isStill()), found);
            label(labeler, crops.stream().filter(c -> c.clip().isStill()), found);
        }
        return each(crops, found::get);
    }

    /** The prompter for clips of so many frames. */
    static PseudoLabeler load(Teacher prompter, int frames) {
        try {
            return PseudoLabeler.load(prompter.config(), frames, prompter.device());
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The prompter's checkpoint cannot be used",
                    e,
                    "Train it again: experiment.again()");
        }
    }

    /** Of one crop. */
    static Distribution label(PseudoLabeler labeler, CroppedClip crop) {
        Map<CroppedClip, Distribution> found = new IdentityHashMap<>();
        label(labeler, Stream.of(crop), found);
        return found.get(crop);
    }

    /** Crops of one kind, by the prompts of that kind. */
    private static void label(
            PseudoLabeler labeler, Stream<CroppedClip> same, Map<CroppedClip, Distribution> found) {
        List<CroppedClip> crops = same.toList();
        for (int start = 0; start < crops.size(); start += BATCH) {
            List<CroppedClip> some = crops.subList(start, Math.min(crops.size(), start + BATCH));
            PromptKind kind = some.get(0).clip().isStill() ? PromptKind.IMAGE : PromptKind.VIDEO;
            List<Distribution> labels =
                    labeler.labels(
                            each(some, CroppedClip::frames), each(some, CroppedClip::box), kind);
            IntStream.range(0, some.size()).forEach(i -> found.put(some.get(i), labels.get(i)));
        }
    }

    private static <T> List<T> each(List<CroppedClip> crops, Function<CroppedClip, T> part) {
        return crops.stream().map(part).toList();
    }

    /** A crop with its label, as it is shown. */
    static LabelRow row(Teacher prompter, CroppedClip crop, Distribution label) {
        Optional<String> reason = ignored(prompter, label);
        boolean ignored = reason.isPresent();
        List<Bar> bars =
                label.top(BARS).stream()
                        .map(
                                e ->
                                        new Bar(
                                                e.getKey(),
                                                e.getValue(),
                                                Numbers.decimals(e.getValue(), 2),
                                                ignored ? Ink.FADED : Ink.PLAIN,
                                                ignored))
                        .toList();
        int patch = prompter.video().patch();
        return new LabelRow(
                crop.frames().image(crop.middle()),
                crop.area(),
                CropPixels.of(crop.frames(), crop.box(), patch).image(crop.middle()),
                crop.clip().caption(),
                bars,
                crop.known().map(KnownEntity::name),
                reason,
                crop.clip().pair().truth().isPresent());
    }

    /** Why the objective learns nothing from a label; empty where it does. */
    private static Optional<String> ignored(Teacher prompter, Distribution label) {
        Pem pem = prompter.pem();
        boolean byProbability = pem.ignoreRule() == IgnoreRule.PROBABILITY;
        double judged =
                byProbability
                        ? label.confidence()
                        : prompter.config().entities().indexOf(label.best());
        if (judged >= pem.ignoreBelow()) {
            return Optional.empty();
        }
        String what = byProbability ? "" : "entity number ";
        return Optional.of(
                "ignored (%s%s < %s)"
                        .formatted(
                                what,
                                Numbers.decimals(judged, byProbability ? 2 : 0),
                                Numbers.decimals(pem.ignoreBelow(), 2)));
    }

    static RandomGenerator random(String name) {
        return new RandomStreams(SEED).stream(name);
    }
}
