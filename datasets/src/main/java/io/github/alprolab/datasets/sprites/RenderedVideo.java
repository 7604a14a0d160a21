package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.ClipPlace;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.video.VideoClip;
import java.util.Optional;

/** A clip of the cache. Where its file is gone, somebody made room there: it is rendered again. */
final class RenderedVideo implements ClipSource {
    private final ClipRendering rendering;
    private final SpriteScript script;
    private final VideoClip video;

    RenderedVideo(ClipRendering rendering, SpriteScript script) {
        this.rendering = rendering;
        this.script = script;
        this.video = open();
    }

    private VideoClip open() {
        return new VideoClip(
                script.id(),
                rendering.file(script),
                script.frames(),
                SpriteScript.FRAMES_PER_SECOND);
    }

    @Override
    public String id() {
        return video.id();
    }

    @Override
    public int frameCount() {
        return video.frameCount();
    }

    @Override
    public double framesPerSecond() {
        return video.framesPerSecond();
    }

    @Override
    public Optional<String> fingerprint() {
        return video.fingerprint();
    }

    @Override
    public Optional<ClipPlace> place() {
        return video.place();
    }

    @Override
    public Frames frames(int[] indices, int size) {
        try {
            return video.frames(indices, size);
        } catch (ClipException e) {
            if (e.fault() != ClipFault.MISSING) {
                throw e;
            }
            rendering.again(script);
            return open().frames(indices, size);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenderedVideo that && video.equals(that.video);
    }

    @Override
    public int hashCode() {
        return video.hashCode();
    }

    @Override
    public String toString() {
        return video.toString();
    }
}
