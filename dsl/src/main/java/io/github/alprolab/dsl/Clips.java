package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.readers.FileClip;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.data.ClipsTable;
import io.github.alprolab.dsl.data.GivenFolder;
import io.github.alprolab.dsl.data.PairSource;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A few clips to look at: of {@link Pairs}, or the videos of a folder. A value: each edit returns a
 * copy.
 *
 * <pre>{@code
 * var clips = Clips.folder("my-clips").readable().frames(4).size(64);
 * model.search(clips, "a dog moves left", 5)
 * }</pre>
 */
public final class Clips implements Shown, Iterable<Clip> {
    private static final int EPOCHS = 3;
    private static final int FRAMES = 4;
    private static final int PIXELS = 112;

    /** Of decoded frames, so that who looks twice decodes once. */
    private static final double SHARE_OF_HEAP = 0.05;

    private final List<Clip> clips;

    Clips(List<Clip> clips) {
        this.clips = List.copyOf(clips);
    }

    /**
     * The videos and pictures below a folder, without captions: to ask a model about them. Four
     * frames of 112 pixels are shown of each; {@link #frames} and {@link #size} change that.
     *
     * @throws AdviceException C10 when it is no folder, or holds no video
     */
    public static Clips folder(Path path) {
        FrameCache cache = FrameCache.ofHeap(SHARE_OF_HEAP);
        List<Clip> clips = GivenFolder.clips(path).stream().map(c -> shown(c, cache)).toList();
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

    private static Clip shown(FileClip video, FrameCache cache) {
        Pair pair = new Pair(video.id(), Split.TEST, video, List.of(video.id()), Optional.empty());
        return new Clip(pair, FRAMES, PIXELS, () -> cache, Augmentation.none());
    }

    /**
     * Seen through another number of frames, spread evenly over each clip.
     *
     * @param count at least 1; a model is best asked with as many as it was trained on
     */
    public Clips frames(int count) {
        Range.atLeast(1, count, "frames");
        return each(c -> c.seenAs(count, c.size()));
    }

    /**
     * With frames of another size.
     *
     * @param pixels height and width, at least 1; a model is best asked with that of its training
     */
    public Clips size(int pixels) {
        Range.atLeast(1, pixels, "size");
        return each(c -> c.seenAs(c.count(), pixels));
    }

    private Clips each(UnaryOperator<Clip> edit) {
        return new Clips(clips.stream().map(edit).toList());
    }

    /**
     * The first ones.
     *
     * @param most at least 1; all where there are fewer
     */
    public Clips first(int most) {
        Range.atLeast(1, most, "first");
        return new Clips(clips.stream().limit(most).toList());
    }

    /**
     * What each clip is: pixels, frames, seconds, codec, and whether it decodes; of those that
     * cannot be read the cause. Every file is decoded once, on all processors; an index remembers
     * what was found for later sessions.
     */
    public DataTable survey() {
        return ClipsTable.of(pairs());
    }

    /** Those that can be read to their end; {@link #survey} says what is wrong with the others. */
    public Clips readable() {
        Set<Pair> sound = new HashSet<>(PairSource.readable(pairs()).pairs());
        return new Clips(clips.stream().filter(c -> sound.contains(c.pair())).toList());
    }

    /**
     * Writes them into a folder, which is made: a video of a folder as it is, under its own name;
     * any other clip as an mp4 of all its frames at the size that is seen, under its id.
     *
     * @return these clips
     * @throws AdviceException where a clip cannot be read, or the folder cannot be written
     */
    public Clips save(Path folder) {
        SavedClips.write(clips, folder);
        return this;
    }

    /** The same into a folder given as text. */
    public Clips save(String folder) {
        return save(GivenFolder.path(folder));
    }

    private List<Pair> pairs() {
        return clips.stream().map(Clip::pair).toList();
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
