package io.github.alprolab.datasets;

import java.util.concurrent.atomic.AtomicInteger;

/** A clip whose picture {@code t} is filled with the level {@code t}, counting its decodings. */
public record CountingClip(String id, int frameCount, AtomicInteger decoded) implements ClipSource {
    public static CountingClip of(String id, int frameCount) {
        return new CountingClip(id, frameCount, new AtomicInteger());
    }

    @Override
    public double framesPerSecond() {
        return 12;
    }

    @Override
    public Frames frames(int[] indices, int size) {
        decoded.incrementAndGet();
        int bytes = size * size * 3;
        byte[] rgb = new byte[indices.length * bytes];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) indices[i / bytes];
        }
        return Frames.of(indices.length, size, size, rgb);
    }
}
