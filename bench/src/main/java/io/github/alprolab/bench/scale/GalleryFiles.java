package io.github.alprolab.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether two galleries have the same shards, byte by byte. */
final class GalleryFiles {
    private GalleryFiles() {}

    static List<String> differences(Path expected, Path found) throws IOException {
        List<String> all = new ArrayList<>();
        Set<String> names = new TreeSet<>(shards(expected));
        names.addAll(shards(found));
        for (String name : names) {
            Path one = expected.resolve(name);
            Path other = found.resolve(name);
            if (!Files.exists(one) || !Files.exists(other) || Files.mismatch(one, other) >= 0) {
                all.add(found.getFileName() + "/" + name + " differs");
            }
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
}
