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

/**
 * Renders scripts to video files in a folder; files that are there already, or in a folder of
 * somebody else, are kept.
 */
final class ClipRendering {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final Path shared;
    private final Path folder;
    private final ScriptRenderer renderer;

    /**
     * @param shared is read
     * @param folder gets what is missing there; the same one where it may be written
     */
    ClipRendering(Path shared, Path folder, int size) {
        this.shared = shared;
        this.folder = folder;
        this.renderer = new ScriptRenderer(size);
    }

    /** Where the clip is, or will be. */
    Path file(SpriteScript script) {
        String name = script.id() + ".mp4";
        Path there = shared.resolve(name);
        return shared.equals(folder) || Files.exists(there) ? there : folder.resolve(name);
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
