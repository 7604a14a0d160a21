package io.github.alprolab.bench.data;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.ScriptRenderer;
import io.github.alprolab.datasets.sprites.ScriptWriter;
import io.github.alprolab.datasets.sprites.SpriteRecipe;
import io.github.alprolab.datasets.sprites.SpriteScript;
import io.github.alprolab.datasets.video.VideoWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How many clips of moving sprites are written, drawn and encoded in a second. */
public final class RenderBenchmark {
    private static final int THREADS = 2;
    private static final int ROUNDS = 3;
    private static final int CLIPS = 600;

    private RenderBenchmark() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        System.out.printf(
                "Moving sprites on %d threads of %d cores, best of %d rounds after one to warm up%n",
                THREADS, Runtime.getRuntime().availableProcessors(), ROUNDS);
        row("standard", SpriteRecipe.standard(), 64);
        row("complete", SpriteRecipe.complete(), 64);
        row("standard", SpriteRecipe.standard(), 224);
    }

    private static void row(String name, SpriteRecipe recipe, int size) throws Exception {
        int clips = size > 64 ? CLIPS / 10 : CLIPS;
        List<Integer> numbers = IntStream.range(0, clips).boxed().toList();
        ScriptWriter writer = new ScriptWriter(42, recipe);
        List<SpriteScript> scripts =
                numbers.stream().map(i -> writer.script(Split.TRAIN, i)).toList();
        ScriptRenderer renderer = new ScriptRenderer(size);
        print(name, size, "scripts", best(numbers, i -> writer.script(Split.TRAIN, i)));
        print(name, size, "drawn", best(scripts, renderer::render));
        Path folder = Files.createTempDirectory("render-benchmark");
        try {
            print(name, size, "drawn and encoded", best(scripts, s -> encode(renderer, folder, s)));
        } finally {
            remove(folder);
        }
    }

    private static void encode(ScriptRenderer renderer, Path folder, SpriteScript script) {
        Frames frames = renderer.render(script);
        VideoWriter.write(
                folder.resolve(script.id() + ".mp4"), frames, SpriteScript.FRAMES_PER_SECOND);
    }

    private static void print(String recipe, int size, String what, Speed speed) {
        System.out.printf(
                Locale.ROOT,
                "%-9s %3d px  %-18s %8.0f clips/s %8.3f ms of a core each%n",
                recipe,
                size,
                what,
                speed.perSecond(),
                speed.milliseconds());
    }

    private static <T> Speed best(List<T> items, Consumer<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            run(threads, items, work);
            double perSecond = 0;
            double milliseconds = Double.POSITIVE_INFINITY;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                long busy = run(threads, items, work);
                perSecond = Math.max(perSecond, items.size() / ((System.nanoTime() - start) / 1e9));
                milliseconds = Math.min(milliseconds, busy / 1e6 / items.size());
            }
            return new Speed(perSecond, milliseconds);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Nanoseconds that cores were busy with it, which other programs hardly change. */
    private static <T> long run(ExecutorService threads, List<T> items, Consumer<T> work)
            throws InterruptedException, ExecutionException {
        List<Future<Long>> tasks =
                items.stream().map(item -> threads.submit(() -> timed(item, work))).toList();
        long busy = 0;
        for (Future<Long> task : tasks) {
            busy += task.get();
        }
        return busy;
    }

    private static <T> long timed(T item, Consumer<T> work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        work.accept(item);
        return clock.getCurrentThreadCpuTime() - start;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private record Speed(double perSecond, double milliseconds) {}
}
