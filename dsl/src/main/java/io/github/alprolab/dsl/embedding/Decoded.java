package io.github.alprolab.dsl.embedding;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.parquet.ClipRow;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The evenly sampled frames of a clip, or why there are none.
 *
 * @param pixels (T, size, size, 3) unsigned bytes; empty where it cannot be read
 */
record Decoded(ClipRow row, byte[] pixels, Optional<String> cause) {
    static Decoded of(ClipRow row, int frames, int size) {
        return of(row, row.pair().clip(), frames, size);
    }

    static Decoded of(ClipRow row, ClipSource clip, int frames, int size) {
        try {
            // Even sampling draws nothing; the generator is there for the signature alone.
            int[] indices =
                    FrameSampling.uniform().indices(clip.frameCount(), frames, new Random(0));
            Frames read = clip.frames(indices, size);
            byte[] pixels = new byte[frames * size * size * 3];
            read.copyTo(pixels, 0);
            return new Decoded(row, pixels, Optional.empty());
        } catch (ClipException e) {
            return failed(row, "%s: %s".formatted(e.fault(), e.reason()));
        } catch (RuntimeException e) {
            // Whatever one file of a million makes a decoder do, the others are embedded.
            return failed(row, e.toString());
        }
    }

    private static Decoded failed(ClipRow row, String cause) {
        return new Decoded(row, new byte[0], Optional.of(cause));
    }

    /** One behind the other, without those that cannot be read. */
    static byte[] joined(List<Decoded> some) {
        byte[] all = new byte[some.stream().mapToInt(d -> d.pixels().length).sum()];
        int at = 0;
        for (Decoded one : some) {
            System.arraycopy(one.pixels(), 0, all, at, one.pixels().length);
            at += one.pixels().length;
        }
        return all;
    }
}
