package io.github.alprolab.dsl;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Still pictures, or clips, of one colour each, which count how often one is decoded. Equal ones
 * have the same content, as files that two sessions read.
 *
 * @param count of each split
 * @param length 1 for still pictures
 * @param decoded how many frames were asked for so far
 */
record Snapshots(int count, int length, AtomicInteger decoded) implements PairDataset {
    Snapshots(int count, int length) {
        this(count, length, new AtomicInteger());
    }

    @Override
    public String name() {
        return length == 1 ? "snapshots" : "takes";
    }

    @Override
    public String hash() {
        return name() + count;
    }

    @Override
    public List<Pair> pairs(Split split) {
        return IntStream.range(0, count).mapToObj(i -> pair(split, i)).toList();
    }

    private Pair pair(Split split, int place) {
        String colour = ColourClips.colours().get(place % ColourClips.colours().size());
        String id = name() + "-" + split + "-" + place;
        Picture picture = new Picture(id, 31 * place, length, decoded);
        return new Pair(id, split, picture, List.of("a photo of a " + colour), Optional.empty());
    }

    private record Picture(String id, int level, int frameCount, AtomicInteger decoded)
            implements ClipSource {
        @Override
        public double framesPerSecond() {
            return 8;
        }

        @Override
        public Optional<String> fingerprint() {
            return Optional.of(id);
        }

        @Override
        public Frames frames(int[] indices, int size) {
            decoded.addAndGet(indices.length);
            byte[] rgb = new byte[indices.length * size * size * 3];
            int frame = size * size * 3;
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) (level + 3 * indices[i / frame] + i % frame % 7 * (i % 3));
            }
            return Frames.of(indices.length, size, size, rgb);
        }
    }
}
