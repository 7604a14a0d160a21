package io.github.alprolab.bench.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is removed at the end. */
public record BenchmarkFolder(Path path) implements AutoCloseable {

    public static BenchmarkFolder create() throws IOException {
        return new BenchmarkFolder(Files.createTempDirectory("alprolab-benchmark"));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
