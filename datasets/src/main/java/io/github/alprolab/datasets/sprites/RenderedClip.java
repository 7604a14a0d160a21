package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.augmentation.Resize;

/** A clip drawn from its script whenever pictures are asked for: no file, no codec. */
final class RenderedClip implements ClipSource {
    private final SpriteScript script;
    private final int side;
    private final ScriptRenderer renderer;

    RenderedClip(SpriteScript script, int side) {
        this.script = script;
        this.side = side;
        this.renderer = new ScriptRenderer(side);
    }

    @Override
    public String id() {
        return script.id();
    }

    @Override
    public int frameCount() {
        return script.frames();
    }

    @Override
    public double framesPerSecond() {
        return SpriteScript.FRAMES_PER_SECOND;
    }

    @Override
    public Frames frames(int[] indices, int size) {
        Frames drawn = renderer.render(script, indices);
        return size == side ? drawn : Resize.bilinear(size).of(drawn);
    }
}
