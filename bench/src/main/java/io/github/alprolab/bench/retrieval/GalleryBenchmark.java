package io.github.alprolab.bench.retrieval;

import com.sun.management.OperatingSystemMXBean;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.bench.ResidentMemory;
import io.github.alprolab.bench.training.BenchmarkOptions;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.datasets.parquet.FeatureFile;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.dsl.Checkpoint;
import io.github.alprolab.dsl.Gallery;
import io.github.alprolab.dsl.Pairs;
import io.github.alprolab.dsl.index.ExactIndex;
import io.github.alprolab.dsl.index.GraphIndex;
import io.github.alprolab.dsl.index.GraphWriter;
import io.github.alprolab.dsl.index.Hit;
import io.github.alprolab.dsl.index.Recall;
import io.github.alprolab.dsl.index.VectorIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Embeds rendered clips by the model that is shipped, then searches many vectors made of their
 * features, by comparing all and by the graph: {@code lab bench gallery}. Queries are captions; the
 * beam is chosen by a hundred of them and judged by the others.
 */
public final class GalleryBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int MOST = 10;
    private static final int SAMPLE = 100;
    private static final int TOLD = 100_000;
    private static final double ASKED = 0.98;

    private final Path folder;
    private final BenchmarkOptions options;

    private GalleryBenchmark(Path folder, BenchmarkOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /** Prints a line of JSON for each part. */
    public static void main(String[] arguments) throws IOException {
        BenchmarkOptions options =
                BenchmarkOptions.of(
                        arguments,
                        Map.of(
                                "clips", "16384",
                                "vectors", "1000000",
                                "graph", "1000000",
                                "width", "256",
                                "queries", "1000",
                                "singles", "200"));
        Path folder = Files.createTempDirectory("gallery-benchmark");
        try {
            new GalleryBenchmark(folder, options).run();
        } finally {
            remove(folder);
        }
    }

    private void run() throws IOException {
        Checkpoint model = Checkpoint.shipped("sprites-tiny");
        int clips = options.number("clips");
        MovingSprites corpus =
                MovingSprites.corpus()
                        .clips(Split.TRAIN, clips)
                        .clips(Split.VALIDATION, 0)
                        .clips(Split.TEST, 0);
        Pairs pairs = Pairs.of(corpus);
        List<Pair> rendered = pairs.all();
        embed(pairs, model);
        int queries = options.number("queries") + SAMPLE;
        List<String> captions =
                rendered.stream().map(p -> p.captions().get(0)).distinct().limit(queries).toList();
        search(texts(captions, model));
    }

    private void embed(Pairs pairs, Checkpoint model) throws IOException {
        long cpu = cpu();
        long start = System.nanoTime();
        Gallery.of(pairs).from(model).into(folder.resolve("gallery")).embed().close();
        double seconds = (System.nanoTime() - start) / 1e9;
        print(
                "{\"bench\": \"gallery embed\", \"clips\": %d, \"seconds\": %.1f, \"clips_per_second\": %.0f, \"cpu_ms_per_clip\": %.2f, \"bytes_per_clip\": %.0f, \"load\": %.1f}",
                pairs.all().size(),
                seconds,
                pairs.all().size() / seconds,
                (cpu() - cpu) / 1e6 / pairs.all().size(),
                (double) bytes(folder.resolve("gallery")) / pairs.all().size(),
                SYSTEM.getSystemLoadAverage());
    }

    private static float[][] texts(List<String> captions, Checkpoint model) throws IOException {
        RetrievalInput input = new RetrievalInput(4, 64, 30, PositionRule.GRID);
        FrameCache none = FrameCache.ofBytes(0);
        try (Retriever open = Retriever.load(model.path(), input, none, DeviceChoice.AUTO)) {
            return open.vectors(captions);
        }
    }

    private void search(float[][] texts) throws IOException {
        SpreadFeatures spread = new SpreadFeatures(features(), options.number("width"));
        float[][] queries = Arrays.stream(texts).map(spread::laid).toArray(float[][]::new);
        float[][] sample = Arrays.copyOf(queries, SAMPLE);
        float[][] others = Arrays.copyOfRange(queries, SAMPLE, queries.length);
        exact(vectors(spread, options.number("vectors")), others);
        graph(vectors(spread, options.number("graph")), sample, others);
    }

    private ExactIndex vectors(SpreadFeatures spread, int count) {
        ExactIndex vectors = new ExactIndex(options.number("width"));
        IntStream.range(0, count).mapToObj(spread::vector).forEach(vectors::add);
        return vectors;
    }

    private List<float[]> features() throws IOException {
        List<float[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("gallery"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                FeatureFile.read(file).stream().map(EmbeddedClip::vector).forEach(all::add);
            }
        }
        return all;
    }

    private void exact(ExactIndex vectors, float[][] queries) {
        Singles one = singles(vectors, queries);
        long cpu = cpu();
        long start = System.nanoTime();
        vectors.search(queries, MOST);
        double batch = (System.nanoTime() - start) / 1e6;
        print(
                "{\"bench\": \"gallery exact\", \"vectors\": %d, \"width\": %d, \"p50_ms\": %.1f, \"p95_ms\": %.1f, \"cpu_ms\": %.1f, \"batch\": %d, \"batch_ms_each\": %.2f, \"batch_cpu_ms_each\": %.2f, \"threads\": %d, \"load\": %.1f}",
                vectors.count(),
                vectors.width(),
                one.at(0.5),
                one.at(0.95),
                one.cpu(),
                queries.length,
                batch / queries.length,
                (cpu() - cpu) / 1e6 / queries.length,
                SYSTEM.getAvailableProcessors(),
                SYSTEM.getSystemLoadAverage());
    }

    private void graph(ExactIndex vectors, float[][] sample, float[][] queries) throws IOException {
        Path place = folder.resolve("index");
        long cpu = cpu();
        long start = System.nanoTime();
        AtomicInteger added = new AtomicInteger();
        GraphWriter.update(
                place, "benchmark", vectors, List.of(), "", at -> tell(added.incrementAndGet()));
        double built = (System.nanoTime() - start) / 1e9;
        double work = (cpu() - cpu) / 1e9;
        Recall.Measured measured = GraphWriter.measure(place, "benchmark", vectors, sample, ASKED);
        List<List<Hit>> truth = vectors.search(queries, MOST);
        try (GraphIndex index = GraphIndex.open(place, "benchmark")) {
            index.search(queries, MOST); // reads the files
            Singles one = singles(index, queries);
            print(
                    "{\"bench\": \"gallery graph\", \"vectors\": %d, \"width\": %d, \"build_seconds\": %.0f, \"build_cpu_seconds\": %.0f, \"beam\": %d, \"recall_of_sample\": %.3f, \"recall_at_10\": %.4f, \"p50_ms\": %.2f, \"p95_ms\": %.2f, \"cpu_ms\": %.2f, \"index_mib\": %d, \"peak_resident_mib\": %d, \"load\": %.1f}",
                    vectors.count(),
                    vectors.width(),
                    built,
                    work,
                    measured.beam(),
                    measured.recall(),
                    Recall.of(truth, index.search(queries, MOST)),
                    one.at(0.5),
                    one.at(0.95),
                    one.cpu(),
                    bytes(place) >> 20,
                    ResidentMemory.peak().orElse(0L) >> 10,
                    SYSTEM.getSystemLoadAverage());
        }
    }

    private static void tell(int added) {
        if (added % TOLD == 0) {
            System.err.printf("%,d vectors are in the graph%n", added);
        }
    }

    /**
     * Queries one after the other.
     *
     * @param sorted milliseconds of each
     * @param cpu milliseconds of processor of each, which what others do on the machine changes
     *     less
     */
    private record Singles(double[] sorted, double cpu) {
        double at(double share) {
            return sorted[(int) Math.round(share * (sorted.length - 1))];
        }
    }

    private Singles singles(VectorIndex index, float[][] queries) {
        int count = Math.min(options.number("singles"), queries.length);
        double[] each = new double[count];
        index.search(new float[][] {queries[0]}, MOST);
        long cpu = cpu();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            index.search(new float[][] {queries[i]}, MOST);
            each[i] = (System.nanoTime() - start) / 1e6;
        }
        double work = (cpu() - cpu) / 1e6 / count;
        Arrays.sort(each);
        return new Singles(each, work);
    }

    private static long cpu() {
        return SYSTEM.getProcessCpuTime();
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
