package io.github.alprolab.dsl;

import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.Frame;
import io.github.alprolab.dsl.figure.Strip;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** One clip with its captions, seen through evenly sampled frames. */
public final class Clip implements Shown {
    private final Pair pair;
    private final int count;
    private final int size;
    private final FrameCache cache;

    Clip(Pair pair, int count, int size, FrameCache cache) {
        this.pair = pair;
        this.count = count;
        this.size = size;
        this.cache = cache;
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

    /** The clip with its split, truth and video. */
    public Pair pair() {
        return pair;
    }

    /** The sampled frames. */
    public Frames frames() {
        return cache.frames(pair.clip(), indices(), size);
    }

    /** Its filmstrip. */
    public Figure strip() {
        return Figure.of(new StripSheet("", List.of(strip(Verdict.OPEN, Optional.empty()))));
    }

    Strip strip(Verdict verdict, Optional<Strip.Score> score) {
        Frames frames = frames();
        int[] indices = indices();
        List<Frame> strip =
                IntStream.range(0, frames.count())
                        .mapToObj(t -> new Frame(frames.image(t), time(indices[t])))
                        .toList();
        return new Strip(id(), caption(), strip, verdict, score);
    }

    /** Positions of the sampled frames in the clip. */
    int[] indices() {
        // Even sampling draws nothing; the generator is there for the signature alone.
        return FrameSampling.uniform().indices(pair.clip().frameCount(), count, new Random(0));
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
        return id() + " · " + caption();
    }
}
