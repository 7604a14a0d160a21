package io.github.alprolab.datasets.cache;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.CountingClip;
import io.github.alprolab.datasets.Frames;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@link CountingClip} that caches on disk may keep. */
record StampedClip(CountingClip clip) implements ClipSource {
    static StampedClip of(String id, int frameCount) {
        return new StampedClip(CountingClip.of(id, frameCount));
    }

    AtomicInteger decoded() {
        return clip.decoded();
    }

    @Override
    public String id() {
        return clip.id();
    }

    @Override
    public int frameCount() {
        return clip.frameCount();
    }

    @Override
    public double framesPerSecond() {
        return clip.framesPerSecond();
    }

    @Override
    public Optional<String> fingerprint() {
        return Optional.of(id());
    }

    @Override
    public Frames frames(int[] indices, int size) {
        return clip.frames(indices, size);
    }
}
