package io.github.alprolab.bench.retrieval;

import com.sun.management.OperatingSystemMXBean;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.retrieval.MatchingScorer;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.alpro.retrieval.TextFeatures;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.bench.training.BenchmarkOptions;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.MovingSprites;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Judges every text with every clip by VTM, as retrieval does and as it did clip by clip, in turns
 * over blocks of clips: {@code lab bench rerank}. Texts are captions of moving sprites, the model
 * has the sizes of {@code Encoders.tiny()} and random weights, clips are random tokens: what they
 * say does not change what they cost.
 */
public final class RerankBenchmark {
    private static final int BATCH = 64;
    private static final int GEMM = 1024;

    private final Compute compute;
    private final AlproModel model;
    private final TokenBatch words;
    private final float[][] clips;
    private final ClipByClip former;
    private final TextFeatures texts;

    private RerankBenchmark(Compute compute, AlproModel model, TokenBatch words, int count) {
        this.compute = compute;
        this.model = model;
        this.words = words;
        int tokens = 1 + model.config().video().patches();
        Random random = new Random(1);
        this.clips = new float[count][tokens * model.config().video().width()];
        for (float[] clip : clips) {
            for (int i = 0; i < clip.length; i++) {
                clip[i] = (float) random.nextGaussian();
            }
        }
        this.former = new ClipByClip(compute, model, words, clips, BATCH);
        this.texts = TextFeatures.of(compute, model, words);
    }

    /** Prints one line of JSON. */
    public static void main(String[] arguments) {
        BenchmarkOptions options =
                BenchmarkOptions.of(
                        arguments, Map.of("texts", "256", "clips", "256", "blocks", "8"));
        try (Compute compute = Compute.open(DeviceChoice.AUTO);
                Tokenizer tokenizer = Tokenizer.bertUncased()) {
            List<String> captions =
                    MovingSprites.corpus()
                            .clips(Split.TEST, options.number("texts"))
                            .pairs(Split.TEST)
                            .stream()
                            .map(p -> p.captions().get(0))
                            .toList();
            Vocabulary known = Vocabulary.covering(captions, tokenizer);
            AlproConfig tiny = AlproConfig.tiny();
            AlproConfig config = tiny.text(tiny.text().vocabulary(known.size()));
            StateDict state = new StateDict(compute, new RandomStreams(1));
            AlproModel model = new AlproModel(state.root(), config, 0.07);
            TokenBatch words = TokenBatch.of(captions, tokenizer, known, config.text().positions());
            RerankBenchmark benchmark =
                    new RerankBenchmark(compute, model, words, options.number("clips"));
            System.out.println(benchmark.line(options.number("blocks")));
        }
    }

    private String line(int blocks) {
        int each = clips.length / blocks;
        former.odds(0, Math.min(4, clips.length)); // warm
        odds(0, Math.min(4, clips.length));
        double formerly = 0;
        double now = 0;
        double formerCpu = 0;
        double nowCpu = 0;
        double ceiling = 0;
        double difference = 0;
        int moved = 0;
        double[][] before = new double[words.rows()][clips.length];
        double[][] after = new double[words.rows()][clips.length];
        for (int block = 0; block < blocks; block++) {
            int first = block * each;
            int end = block == blocks - 1 ? clips.length : first + each;
            long cpu = cpu();
            long start = System.nanoTime();
            copy(former.odds(first, end), before, first, end);
            long middle = System.nanoTime();
            long middleCpu = cpu();
            copy(odds(first, end), after, first, end);
            long stop = System.nanoTime();
            formerCpu += (middleCpu - cpu) / 1e9;
            nowCpu += (cpu() - middleCpu) / 1e9;
            formerly += (middle - start) / 1e9;
            now += (stop - middle) / 1e9;
            ceiling = Math.max(ceiling, gemm());
        }
        for (int text = 0; text < words.rows(); text++) {
            for (int clip = 0; clip < clips.length; clip++) {
                difference = Math.max(difference, Math.abs(before[text][clip] - after[text][clip]));
            }
        }
        int[] own = RetrievalMetrics.ranks(before, own());
        int[] same = RetrievalMetrics.ranks(after, own());
        for (int i = 0; i < own.length; i++) {
            moved += own[i] == same[i] ? 0 : 1;
        }
        return String.format(
                Locale.ROOT,
                "{\"bench\": \"rerank\", \"texts\": %d, \"clips\": %d, \"words\": %.1f, \"longest\": %d,"
                        + " \"former_seconds\": %.2f, \"seconds\": %.2f, \"ratio\": %.2f,"
                        + " \"former_cpu_seconds\": %.2f, \"cpu_seconds\": %.2f, \"cpu_ratio\": %.2f,"
                        + " \"largest_difference\": %.1e, \"ranks_moved\": %d,"
                        + " \"gemm_gflops\": %.0f, \"former_share\": %.2f, \"share\": %.2f}",
                words.rows(),
                clips.length,
                pieces(),
                words.length(),
                formerly,
                now,
                formerly / now,
                formerCpu,
                nowCpu,
                formerCpu / nowCpu,
                difference,
                moved,
                ceiling,
                former() / formerly / ceiling,
                needed() / now / ceiling);
    }

    /** Nanoseconds of this process on all cores: what others do on the machine counts less. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private int[][] own() {
        int[][] own = new int[words.rows()][];
        Arrays.setAll(own, i -> new int[] {i % clips.length});
        return own;
    }

    private static void copy(double[][] from, double[][] to, int first, int end) {
        for (int text = 0; text < to.length; text++) {
            System.arraycopy(from[text], first, to[text], first, end - first);
        }
    }

    /** As retrieval does it. */
    private double[][] odds(int first, int end) {
        double[][] odds = new double[words.rows()][clips.length];
        BitSet some = new BitSet();
        some.set(0, end - first);
        BitSet[] wanted = new BitSet[words.rows()];
        Arrays.fill(wanted, some);
        int width = model.config().video().width();
        try (Scope scope = compute.scope()) {
            Tensor[] tokens =
                    Arrays.stream(clips, first, end)
                            .map(c -> scope.of(c, 1, c.length / width, width))
                            .toArray(Tensor[]::new);
            try (VideoFeatures videos =
                    VideoFeatures.of(compute, model, Tensor.concat(0, tokens))) {
                new MatchingScorer(compute, model)
                        .score(
                                texts,
                                videos,
                                wanted,
                                (text, clip, no, yes) ->
                                        odds[text][first + clip] = (double) yes - no);
            }
        }
        return odds;
    }

    /** GFLOP/s of a large product of matrices: what is there at most. */
    private double gemm() {
        try (Scope scope = compute.scope()) {
            Tensor x = scope.full(1, GEMM, GEMM);
            Tensor bias = scope.full(0, GEMM);
            Functional.linearForward(x, x, bias).select(0, 0).floats();
            long start = System.nanoTime();
            Functional.linearForward(x, x, bias).select(0, 0).floats();
            return 2.0 * GEMM * GEMM * GEMM / (System.nanoTime() - start);
        }
    }

    private double pieces() {
        int sum = 0;
        for (int row = 0; row < words.rows(); row++) {
            sum += words.pieces(row);
        }
        return (double) sum / words.rows();
    }

    /** GFLOP of the products of matrices in the fusion layers as they were. */
    private double former() {
        double tokens = words.length() + 1 + model.config().video().patches();
        double width = model.config().text().width();
        int layers = model.config().text().layers() - model.config().text().fusionLayer();
        double whole = 24 * width * width * tokens + 4 * tokens * tokens * width;
        double last = 4 * width * width * tokens + 20 * width * width + 4 * tokens * width;
        return ((layers - 1) * whole + last) * words.rows() * clips.length / 1e9;
    }

    /** The same as they are: two layers, the first without projections, the last for CLS. */
    private double needed() {
        double width = model.config().text().width();
        double heads = model.config().text().heads();
        double sum = 0;
        for (int row = 0; row < words.rows(); row++) {
            double tokens = words.pieces(row) + 1 + model.config().video().patches();
            sum += 18 * width * width * tokens + 4 * tokens * tokens * width;
            sum += 24 * width * width + 4 * heads * tokens * width;
        }
        return sum * clips.length / 1e9;
    }
}
