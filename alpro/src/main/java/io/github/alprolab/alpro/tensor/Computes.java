package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.JniUtils;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** The devices of a training, opened together; all but the first have replicas of its model. */
public final class Computes implements AutoCloseable {
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(
                    work -> {
                        Thread thread = new Thread(work, "alprolab device");
                        thread.setDaemon(true);
                        return thread;
                    });

    private final List<Compute> devices = new ArrayList<>();

    private Computes() {}

    /**
     * Opens each device of a choice.
     *
     * @throws IllegalStateException when the engine cannot compute on one of them
     */
    public static Computes open(DeviceChoice choice, Precision precision) {
        Computes opened = new Computes();
        List<DeviceChoice> each = choice.each();
        try {
            for (DeviceChoice one : each) {
                opened.devices.add(Compute.open(one, precision, each.size() > 1));
            }
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The one whose model is updated, measured and kept. */
    public Compute first() {
        return devices.get(0);
    }

    /** The others, in their order. */
    public List<Compute> others() {
        return List.copyOf(devices.subList(1, devices.size()));
    }

    /**
     * Runs work for every device side by side, a thread for each, and waits for all of them,
     * whatever happens to one; on a single device on this thread. Gradients are recorded as on this
     * thread. Processors share the engine's threads evenly, so that the same machine gives the same
     * bits.
     *
     * @param work gets the device's place in the list
     */
    public static void each(List<Compute> devices, IntConsumer work) {
        if (devices.size() == 1) {
            work.accept(0);
            return;
        }
        boolean recording = JniUtils.isGradMode();
        int threads = JniUtils.getNumThreads();
        int share = Math.max(1, threads / devices.size());
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < devices.size(); i++) {
            int place = i;
            all.add(
                    CompletableFuture.runAsync(
                            () -> {
                                JniUtils.setNumThreads(share);
                                Compute.quiet();
                                Recording.of(recording, () -> run(work, place));
                            },
                            THREADS));
        }
        try {
            Lanes.joined(all);
        } finally {
            JniUtils.setNumThreads(threads);
        }
    }

    private static Void run(IntConsumer work, int place) {
        work.accept(place);
        return null;
    }

    @Override
    public void close() {
        devices.forEach(Compute::close);
    }
}
