package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Frames;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Draws scripts. The arithmetic is all in this package (no graphics library), so the pictures are
 * the same bytes on every machine.
 */
public final class ScriptRenderer {
    private static final int CHANNELS = 3;

    private final int size;

    /**
     * @param size side of the pictures in pixels, 16..1024
     */
    public ScriptRenderer(int size) {
        if (size < 16 || size > 1024) {
            throw new IllegalArgumentException("pictures are 16..1024 pixels wide, got " + size);
        }
        this.size = size;
    }

    /** All pictures of a clip. */
    public Frames render(SpriteScript script) {
        return render(script, IntStream.range(0, script.frames()).toArray());
    }

    /**
     * Some pictures of a clip.
     *
     * @param chosen positions {@code 0..frames-1}, at least one, repeats allowed
     * @throws IndexOutOfBoundsException if the clip has no such picture
     */
    public Frames render(SpriteScript script, int[] chosen) {
        byte[] background = new BackgroundPainter(script.background()).paint(size);
        byte[] all = new byte[Math.multiplyExact(chosen.length, background.length)];
        for (int i = 0; i < chosen.length; i++) {
            int frame = Objects.checkIndex(chosen[i], script.frames());
            int offset = i * background.length;
            System.arraycopy(background, 0, all, offset, background.length);
            for (SpriteTrack track : script.tracks()) {
                if (track.drawnAt(frame)) {
                    draw(all, offset, track, frame);
                }
            }
        }
        return Frames.of(chosen.length, size, size, all);
    }

    private void draw(byte[] rgb, int offset, SpriteTrack track, int frame) {
        SpritePicture picture = SpriteAtlas.shared().picture(track.noun());
        SpriteSampler sampler = new SpriteSampler(picture, track.at(frame), size);
        int[] colour = new int[CHANNELS + 1];
        for (int y = sampler.firstRow(); y <= sampler.lastRow(); y++) {
            for (int x = sampler.firstColumn(); x <= sampler.lastColumn(); x++) {
                sampler.sample(x, y, colour);
                blend(rgb, offset + (y * size + x) * CHANNELS, colour, sampler.opaque());
            }
        }
    }

    private static void blend(byte[] rgb, int at, int[] colour, int opaque) {
        int alpha = colour[CHANNELS];
        if (alpha == 0) {
            return;
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            int behind = (rgb[at + channel] & 0xff) * (opaque - alpha);
            rgb[at + channel] = (byte) ((colour[channel] + behind + opaque / 2) / opaque);
        }
    }
}
