package io.github.alprolab.spark;

import io.github.alprolab.dsl.shard.ShardModel;
import io.github.alprolab.dsl.shard.ShardWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;

/**
 * Works whose models every executor has fetched by {@code SparkContext.addFile}. Spark knows its
 * files by their names alone, so each is given under one that no other weights have.
 *
 * @param shipped the works, with the names of their models among Spark's files
 * @param folder where they lie under these names while the job runs
 */
record ShippedModels(List<ShardWork> shipped, Path folder) implements AutoCloseable {
    private static final int HASH = 16;

    static ShippedModels to(SparkContext context, List<ShardWork> works) {
        try {
            Path folder = Files.createTempDirectory("alprolab-spark");
            Map<String, String> names = new HashMap<>();
            List<ShardWork> shipped = new ArrayList<>();
            for (ShardWork work : works) {
                ShardModel model = work.model();
                String name = name(model);
                if (names.put(model.file(), name) == null) {
                    Path named = place(Path.of(model.file()), folder.resolve(name));
                    context.addFile(named.toUri().toString());
                }
                shipped.add(work.modelAt(name));
            }
            return new ShippedModels(List.copyOf(shipped), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The model cannot be given to Spark: " + e, e);
        }
    }

    /** The ending tells the kind of the file. */
    private static String name(ShardModel model) {
        String hash = model.hash();
        return hash.substring(0, Math.min(HASH, hash.length()))
                + "-"
                + Path.of(model.file()).getFileName();
    }

    private static Path place(Path checkpoint, Path named) throws IOException {
        try {
            return Files.createLink(named, checkpoint.toRealPath());
        } catch (IOException | UnsupportedOperationException anotherDisk) {
            return Files.copy(checkpoint, named);
        }
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Files given to Spark cannot be removed: " + e, e);
        }
    }
}
