package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.video.VideoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Renders scripts to video files in a folder; files that are there already are kept. */
final class ClipRendering {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final Path folder;
    private final ScriptRenderer renderer;

    ClipRendering(Path folder, int size) {
        this.folder = folder;
        this.renderer = new ScriptRenderer(size);
    }

    Path file(SpriteScript script) {
        return folder.resolve(script.id() + ".mp4");
    }

    /** Renders what is missing. An interrupted run leaves only whole files behind. */
    void run(List<SpriteScript> scripts, RenderProgress progress) {
        List<SpriteScript> missing = scripts.stream().filter(s -> !Files.exists(file(s))).toList();
        int ready = scripts.size() - missing.size();
        progress.ready(ready, scripts.size());
        if (missing.isEmpty()) {
            return;
        }
        makeFolder();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, ClipRendering::daemon);
        try {
            List<Future<?>> tasks =
                    missing.stream().<Future<?>>map(s -> threads.submit(() -> render(s))).toList();
            for (Future<?> task : tasks) {
                await(task);
                progress.ready(++ready, scripts.size());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Renders one whose file, or whose folder, was removed meanwhile. */
    void again(SpriteScript script) {
        makeFolder();
        render(script);
    }

    private void render(SpriteScript script) {
        VideoWriter.write(file(script), renderer.render(script), SpriteScript.FRAMES_PER_SECOND);
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ClipException(folder, "the cache folder cannot be made: " + e, e);
        }
    }

    private void await(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClipException(folder, "rendering was interrupted; run again to go on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ClipException(folder, "rendering failed: " + e.getCause(), e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "clip-rendering");
        thread.setDaemon(true);
        return thread;
    }
}
