package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.readers.FileClip;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.data.GivenFolder;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A few clips to look at. */
public final class Clips implements Shown, Iterable<Clip> {
    private static final int EPOCHS = 3;
    private static final int FRAMES = 4;
    private static final int PIXELS = 112;

    private final List<Clip> clips;

    Clips(List<Clip> clips) {
        this.clips = List.copyOf(clips);
    }

    /**
     * The videos and pictures below a folder, without captions: to ask a model about them. Four
     * frames of 112 pixels are shown of each.
     *
     * @throws AdviceException C10 when it is no folder, or holds no video
     */
    public static Clips folder(Path path) {
        List<Clip> clips = GivenFolder.clips(path).stream().map(Clips::shown).toList();
        if (clips.isEmpty()) {
            throw new AdviceException(
                    "C10",
                    path + " holds no videos.",
                    "Clips.folder(\"my-clips\"), a folder of video files");
        }
        return new Clips(clips);
    }

    /** The same of a folder given as text. */
    public static Clips folder(String path) {
        return folder(GivenFolder.path(path));
    }

    private static Clip shown(FileClip video) {
        Pair pair = new Pair(video.id(), Split.TEST, video, List.of(video.id()), Optional.empty());
        return new Clip(pair, FRAMES, PIXELS, () -> FrameCache.ofBytes(0), Augmentation.none());
    }

    /** The clip at a place from 0. */
    public Clip get(int index) {
        return clips.get(index);
    }

    /** How many there are. */
    public int size() {
        return clips.size();
    }

    /** All of them in order. */
    public List<Clip> list() {
        return clips;
    }

    /** Their filmstrips with captions. */
    public Figure strips() {
        return Figure.of(
                new StripSheet(
                        "",
                        clips.stream().map(c -> c.strip(Verdict.OPEN, Optional.empty())).toList()));
    }

    /**
     * Each of them as it is and as the first three epochs of a training of seed 42 change it, at
     * evenly sampled frames.
     *
     * @throws AdviceException where the pairs are not augmented
     */
    public Figure augmented() {
        Augmentation changes = clips.isEmpty() ? Augmentation.none() : clips.get(0).augmentation();
        if (changes.isNone()) {
            throw new AdviceException(
                    "C32",
                    "These clips are not augmented.",
                    "pairs.augment(Augmentation.effective()).sample(4).augmented()");
        }
        return Figure.of(
                new StripSheet(
                        "Augmentation: " + changes.name(),
                        clips.stream().flatMap(c -> c.augmentedStrips(EPOCHS)).toList()));
    }

    @Override
    public Iterator<Clip> iterator() {
        return clips.iterator();
    }

    @Override
    public Showing show() {
        return strips().show();
    }

    @Override
    public String toString() {
        return clips.stream().map(Clip::toString).collect(Collectors.joining("\n"));
    }
}
