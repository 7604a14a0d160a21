package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.bench.training.BenchmarkSize;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clips of noise that are made in memory, with captions of random words, all of one length. */
record MemoryClips(BenchmarkSize size, List<String> words) {

    /** So many pairs, always the same ones. */
    List<Pair> pairs(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new Pair(
                                        "noise-" + i,
                                        Split.TRAIN,
                                        new Noise("noise-" + i, i, size.config().video()),
                                        List.of(caption(i)),
                                        Optional.empty()))
                .toList();
    }

    /** As many words as fit between the first piece and the last. */
    private String caption(int seed) {
        return new Random(seed)
                .ints(size.words() - 2L, 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining(" "));
    }

    /** All of its pictures are drawn when they are asked for. */
    private record Noise(String id, int seed, VideoConfig video) implements ClipSource {
        @Override
        public int frameCount() {
            return video.frames();
        }

        @Override
        public double framesPerSecond() {
            return video.frames();
        }

        @Override
        public Frames frames(int[] indices, int edge) {
            byte[] rgb = new byte[indices.length * edge * edge * 3];
            new Random(seed).nextBytes(rgb);
            return Frames.of(indices.length, edge, edge, rgb);
        }
    }
}
