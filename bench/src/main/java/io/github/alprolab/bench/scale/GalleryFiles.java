package io.github.alprolab.bench.scale;

import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.datasets.parquet.FeatureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the shards of one gallery differ from those of another. Engines of as many threads make the
 * same bytes; with other numbers of threads products are cut otherwise, and features differ by what
 * rounding does.
 *
 * @param shards that are missing or have other bytes
 * @param rows of clips that are missing, others, or that only one of the two could read
 * @param most by which a number of a feature differs
 */
record GalleryFiles(int shards, int rows, double most) {
    /** Numbers of unit vectors in FP32; rounding was seen to make 4e-7 of it. */
    private static final double ROUNDING = 1e-5;

    static GalleryFiles compared(Path expected, Path found) throws IOException {
        Set<String> names = new TreeSet<>(shards(expected));
        names.addAll(shards(found));
        GalleryFiles all = new GalleryFiles(0, 0, 0);
        for (String name : names) {
            all = all.and(shard(expected.resolve(name), found.resolve(name)));
        }
        return all;
    }

    private static Set<String> shards(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".parquet"))
                    .collect(Collectors.toSet());
        }
    }

    private static GalleryFiles shard(Path expected, Path found) throws IOException {
        if (!Files.exists(expected) || !Files.exists(found)) {
            return new GalleryFiles(1, 1, 0);
        }
        if (Files.mismatch(expected, found) < 0) {
            return new GalleryFiles(0, 0, 0);
        }
        List<EmbeddedClip> here = FeatureFile.read(expected);
        List<EmbeddedClip> there = FeatureFile.read(found);
        int rows = Math.abs(here.size() - there.size());
        double most = 0;
        for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
            rows += same(here.get(i), there.get(i)) ? 0 : 1;
            most = Math.max(most, distance(here.get(i).vector(), there.get(i).vector()));
        }
        return new GalleryFiles(1, rows, most);
    }

    private static boolean same(EmbeddedClip one, EmbeddedClip other) {
        return one.row().equals(other.row())
                && one.cause().equals(other.cause())
                && one.vector().length == other.vector().length;
    }

    private static double distance(float[] one, float[] other) {
        double most = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }

    private GalleryFiles and(GalleryFiles next) {
        return new GalleryFiles(shards + next.shards, rows + next.rows, Math.max(most, next.most));
    }

    /** Whether it is the same gallery. */
    boolean equal(boolean byteByByte) {
        return shards == 0 || !byteByByte && rows == 0 && most < ROUNDING;
    }

    @Override
    public String toString() {
        return shards == 0
                ? "equal byte by byte"
                : "%d shards of other bytes, %d rows differ, numbers by %.1e at most"
                        .formatted(shards, rows, most);
    }
}
