package io.github.alprolab.dsl;

import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A clip to play and to scrub through, with the boxes of the entities that are known to be in it. A
 * notebook shows it as a widget, everything else as the clip's filmstrip.
 */
public final class ClipPlayer implements Shown {
    /** Longer videos are seen through so many frames, evenly spread. */
    private static final int MOST = 128;

    /** Edge in pixels, so that small clips can be looked at. */
    private static final int LEAST_EDGE = 224;

    private final Clip clip;
    private final int[] indices;
    private final Frames frames;

    /** Decodes the frames, which no cache keeps. */
    ClipPlayer(Clip clip, int size) {
        Pair pair = clip.pair();
        int all = pair.clip().frameCount();
        this.clip = clip;
        this.indices = FrameSampling.uniform().indices(all, Math.min(MOST, all), new Random(0));
        this.frames = pair.clip().frames(indices, Math.max(LEAST_EDGE, size));
    }

    /** The frames in order. */
    public List<BufferedImage> frames() {
        return IntStream.range(0, frames.count()).mapToObj(frames::image).toList();
    }

    /** How many of these frames make a second. */
    public double framesPerSecond() {
        Pair pair = clip.pair();
        return pair.clip().framesPerSecond() * frames.count() / pair.clip().frameCount();
    }

    /**
     * The entities that can be seen in a frame; none where the data set does not know.
     *
     * @param frame place among {@link #frames}
     */
    public List<EntityBox> boxes(int frame) {
        return clip.pair().truth().map(truth -> truth.at(indices[frame])).orElse(List.of());
    }

    /** What stands above it: the clip's name and its first caption. */
    public String caption() {
        return clip.toString();
    }

    @Override
    public Showing show() {
        return clip.show();
    }

    @Override
    public String toString() {
        return "Player of " + frames.count() + " frames: " + caption();
    }
}
