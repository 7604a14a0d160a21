package io.github.alprolab.spark;

import io.github.alprolab.dsl.shard.ShardModel;
import io.github.alprolab.dsl.shard.ShardWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkContext;

/**
 * Gives the models of works to every executor by {@code SparkContext.addFile}. Spark knows its
 * files by their names alone and takes none twice from two places: each has a name that no other
 * weights have and one place, as long as this process lives.
 */
final class ShippedModels {
    private static final int HASH = 16;
    private static Path folder;

    private ShippedModels() {}

    /** The works with the names of their models among Spark's files. */
    static List<ShardWork> to(SparkContext context, List<ShardWork> works) {
        try {
            Set<Path> given = new HashSet<>();
            List<ShardWork> shipped = new ArrayList<>();
            for (ShardWork work : works) {
                Path named = named(work.model());
                if (given.add(named)) {
                    context.addFile(named.toUri().toString());
                }
                shipped.add(work.modelAt(named.getFileName().toString()));
            }
            return shipped;
        } catch (IOException e) {
            throw new UncheckedIOException("The model cannot be given to Spark: " + e, e);
        }
    }

    private static synchronized Path named(ShardModel model) throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("alprolab-spark");
            folder.toFile().deleteOnExit();
        }
        Path named = folder.resolve(name(model));
        if (!Files.exists(named)) {
            place(Path.of(model.file()), named);
            named.toFile().deleteOnExit();
        }
        return named;
    }

    /** The ending tells the kind of the file. */
    private static String name(ShardModel model) {
        String hash = model.hash();
        return hash.substring(0, Math.min(HASH, hash.length()))
                + "-"
                + Path.of(model.file()).getFileName();
    }

    private static void place(Path checkpoint, Path named) throws IOException {
        try {
            Files.createLink(named, checkpoint.toRealPath());
        } catch (IOException | UnsupportedOperationException anotherDisk) {
            Files.copy(checkpoint, named);
        }
    }
}
