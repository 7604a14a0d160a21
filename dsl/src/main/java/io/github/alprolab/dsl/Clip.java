package io.github.alprolab.dsl;

import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.crop.Shot;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.Frame;
import io.github.alprolab.dsl.figure.Strip;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.inside.SeenClip;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One clip with its captions, seen through evenly sampled frames. */
public final class Clip implements Shown {
    /** Those of the trainer's default. */
    private static final RandomStreams STREAMS = new RandomStreams(42);

    private final Pair pair;
    private final int count;
    private final int size;
    private final Supplier<FrameCache> cache;
    private final Augmentation augmentation;

    Clip(Pair pair, int count, int size, Supplier<FrameCache> cache, Augmentation augmentation) {
        this.pair = pair;
        this.count = count;
        this.size = size;
        this.cache = cache;
        this.augmentation = augmentation;
    }

    /** Its name in the data set. */
    public String id() {
        return pair.id();
    }

    /** Its first caption. */
    public String caption() {
        return pair.captions().get(0);
    }

    /** All its captions. */
    public List<String> captions() {
        return pair.captions();
    }

    /**
     * The same clip with another caption in place of its own, to see what a model makes of both.
     *
     * @param text not blank
     */
    public Clip withCaption(String text) {
        if (text.isBlank()) {
            throw new AdviceException(
                    "C27", "The caption is blank.", "clip.withCaption(\"a dog moves left\")");
        }
        Pair other = new Pair(pair.id(), pair.split(), pair.clip(), List.of(text), pair.truth());
        return new Clip(other, count, size, cache, augmentation);
    }

    /** The same clip seen through other frames. */
    Clip seenAs(int frames, int pixels) {
        return new Clip(pair, frames, pixels, cache, augmentation);
    }

    /** How many frames are sampled, T. */
    int count() {
        return count;
    }

    /** Height and width of a frame. */
    int size() {
        return size;
    }

    /** Whether somebody wrote a caption: a file of a folder has its name in the place of one. */
    boolean isCaptioned() {
        return !caption().equals(id());
    }

    /** The clip with its split, truth and video. */
    public Pair pair() {
        return pair;
    }

    /**
     * The sampled frames.
     *
     * @throws AdviceException C30 where the video cannot be read
     */
    public Frames frames() {
        return read(() -> cache.get().frames(pair.clip(), indices(), size));
    }

    /**
     * The whole clip to play and to scrub through, up to 128 frames of it, with the boxes of the
     * entities that are known to be in it.
     *
     * @throws AdviceException C30 where the video cannot be read
     */
    public ClipPlayer player() {
        return read(() -> new ClipPlayer(this, size));
    }

    static <T> T read(Supplier<T> work) {
        try {
            return work.get();
        } catch (ClipException e) {
            AdviceException advice =
                    new AdviceException(
                            "C30",
                            e.getMessage(),
                            "pairs.unreadable(UnreadableClips.SKIP) or clips.readable() leaves it out");
            advice.initCause(e);
            throw advice;
        }
    }

    /**
     * The same frames, changed as a training of seed 42 changes them.
     *
     * @param epoch 1, 2, …
     */
    public Frames augmented(int epoch) {
        Range.atLeast(1, epoch, "augmented");
        return augmentation.frames(
                cache.get()::frames,
                pair.clip(),
                indices(),
                size,
                BatchMaker.chance(STREAMS, pair, epoch - 1));
    }

    Augmentation augmentation() {
        return augmentation;
    }

    /** Its filmstrip. */
    public Figure strip() {
        return Figure.of(new StripSheet("", List.of(strip(Verdict.OPEN, Optional.empty()))));
    }

    Strip strip(Verdict verdict, Optional<Strip.Score> score) {
        return new Strip(id(), caption(), timed(frames()), verdict, score);
    }

    /** The clip as it is, then as the first epochs of a training see it. */
    Stream<Strip> augmentedStrips(int epochs) {
        return Stream.concat(
                Stream.of(Strip.of(id(), "as it is", timed(frames()))),
                IntStream.rangeClosed(1, epochs)
                        .mapToObj(e -> Strip.of(id(), "epoch " + e, timed(augmented(e)))));
    }

    private List<Frame> timed(Frames frames) {
        int[] indices = indices();
        return IntStream.range(0, frames.count())
                .mapToObj(t -> new Frame(frames.image(t), time(indices[t])))
                .toList();
    }

    /** Positions of the sampled frames in the clip. */
    int[] indices() {
        // Even sampling draws nothing; the generator is there for the signature alone.
        return FrameSampling.uniform().indices(pair.clip().frameCount(), count, new Random(0));
    }

    /** What a model is asked about. */
    SeenClip seen() {
        Frames frames = frames();
        List<String> times = IntStream.of(indices()).mapToObj(this::time).toList();
        return new SeenClip(id(), caption(), frames, times);
    }

    /** What a prompter is asked about. */
    Shot shot() {
        return new Shot(pair, IntStream.of(indices()).boxed().toList(), this::frames);
    }

    private String time(int index) {
        return Numbers.decimals(index / pair.clip().framesPerSecond(), 1) + " s";
    }

    @Override
    public Showing show() {
        return strip().show();
    }

    @Override
    public String toString() {
        return isCaptioned() ? id() + " · " + caption() : id();
    }
}
