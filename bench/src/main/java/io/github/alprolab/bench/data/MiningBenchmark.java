package io.github.alprolab.bench.data;

import io.github.alprolab.datasets.readers.CaptionFiles;
import io.github.alprolab.datasets.text.EntityCount;
import io.github.alprolab.datasets.text.EntityFile;
import io.github.alprolab.datasets.text.EntityMiner;
import io.github.alprolab.datasets.text.MinedEntities;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Mines the nouns of a caption file: {@code ./lab bench mine FILE [NOUNS.txt]}. */
public final class MiningBenchmark {
    private static final int SHOWN = 20;

    private MiningBenchmark() {}

    /**
     * Prints speed and the most frequent nouns.
     *
     * @param arguments a caption file of any kind that is read, and where to save the nouns
     */
    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("mine takes a caption file and, to save them, a file for the nouns");
            System.exit(2);
        }
        long start = System.nanoTime();
        MinedEntities mined =
                EntityMiner.english()
                        .mine(
                                CaptionFiles.any(Path.of(arguments[0]))
                                        .flatMap(row -> row.captions().stream()));
        print(mined, (System.nanoTime() - start) / 1e9);
        if (arguments.length == 2) {
            EntityFile.write(Path.of(arguments[1]), mined.entities());
        }
    }

    private static void print(MinedEntities mined, double seconds) {
        List<EntityCount> nouns = mined.entities();
        System.out.printf(
                Locale.ROOT,
                "%,d captions, %,d nouns in %.1f s on %d processors; counts low by at most %d%n",
                mined.captions(),
                nouns.size(),
                seconds,
                Runtime.getRuntime().availableProcessors(),
                mined.errorBound());
        nouns.stream()
                .limit(SHOWN)
                .forEach(noun -> System.out.printf("%-12s %,7d%n", noun.entity(), noun.count()));
    }
}
