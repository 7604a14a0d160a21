package io.github.alprolab.alpro.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One device with its kernels and the tensors that outlive a step.
 *
 * <p>A compute is used by one thread at a time. The thread that opens it has gradients off; they
 * are on inside {@link #withGradient} only.
 */
public final class Compute implements AutoCloseable {
    private final Device device;
    private final PtNDManager manager;
    private final Precision precision;
    private final Draws draws;
    private final Kernels kernels;
    private final HostCopies host = new HostCopies();
    private final Scope lasting;
    private final PixelScale pixels;

    private Compute(Device device, Precision precision, boolean sideBySide) {
        this.device = device;
        this.precision = precision;
        this.draws = new Draws(sideBySide);
        this.manager = (PtNDManager) engine().newBaseManager(device);
        quiet();
        this.kernels = new Kernels(device, precision);
        this.lasting = new Scope(this, manager, Optional.empty(), Optional.empty());
        this.pixels = PixelScale.in(lasting);
    }

    /**
     * Opens a device that computes in FP32.
     *
     * @throws IllegalStateException when a GPU is asked for and the engine cannot compute on it
     */
    public static Compute open(DeviceChoice choice) {
        return open(choice, Precision.FP32);
    }

    /**
     * Opens a device. Whether a GPU computes in TF32 holds for the whole process: the last that is
     * opened decides.
     *
     * @param precision FP32, or BF16 or FP16 for the products of encoders' blocks
     * @throws IllegalStateException when a GPU is asked for and the engine cannot compute on it
     */
    public static Compute open(DeviceChoice choice, Precision precision) {
        return open(choice, precision, false);
    }

    /** The same, beside other devices that compute at the same time where {@code sideBySide}. */
    static Compute open(DeviceChoice choice, Precision precision, boolean sideBySide) {
        Device device = Devices.of(choice, EngineInfo.current());
        Compute compute = new Compute(device, precision, sideBySide);
        if (compute.isGpu()) {
            TensorFloat32.allow(choice.isTensorFloat32());
        }
        return compute;
    }

    /** Whether it computes on a GPU. */
    public boolean isGpu() {
        return device.isGpu();
    }

    /** Whether written blocks multiply in BF16. */
    boolean isBf16() {
        return precision == Precision.BF16;
    }

    /** Where long-lived tensors are made. */
    public Scope lasting() {
        return lasting;
    }

    /** A new scope, closed by the caller at the end of a step. */
    public Scope scope() {
        return scope(Optional.empty(), Optional.empty());
    }

    /** A new scope whose networks tell a watch where their attention goes. */
    public Scope watchedScope(AttentionWatch watch) {
        return scope(Optional.empty(), Optional.of(watch));
    }

    /**
     * A new scope for the forward and backward pass of one batch.
     *
     * @param seed root of its dropout and stochastic depth
     * @param recompute whether {@link Tensor#through} blocks are computed again in the backward
     *     pass instead of being kept (gradient checkpointing)
     */
    public Scope trainingScope(long seed, boolean recompute) {
        seed(seed);
        return scope(Optional.of(new Blocks(this, seed, recompute)), Optional.empty());
    }

    Scope scope(Optional<Blocks> blocks, Optional<AttentionWatch> watch) {
        if (!Recording.isDecided()) {
            quiet(); // a thread that did not open this device
        }
        return new Scope(this, (PtNDManager) manager.newSubManager(), blocks, watch);
    }

    /** Runs with gradients recorded, then records as before. */
    public <R> R withGradient(Supplier<R> work) {
        return Recording.of(true, work);
    }

    /** Runs without gradients inside {@link #withGradient}: for a frozen teacher. */
    public <R> R withoutGradient(Supplier<R> work) {
        return Recording.of(false, work);
    }

    /** Restarts the engine's random stream (dropout and stochastic depth). */
    public void seed(long seed) {
        draws.seed(seed);
    }

    /** Handles of engine tensors that are open: a figure for leak tests. */
    public int openTensors() {
        return manager.getManagedArrays().size();
    }

    /** What went between the Java heap and this device so far. */
    public Transfers transfers() {
        return host.count();
    }

    Draws draws() {
        return draws;
    }

    PixelScale pixels() {
        return pixels;
    }

    HostCopies host() {
        return host;
    }

    Kernels kernels() {
        return kernels;
    }

    static Engine engine() {
        return EngineLibraries.engine();
    }

    /** Both switches are per thread in the engine, and new threads start with gradients on. */
    static void quiet() {
        JniUtils.setGradMode(false);
        JniUtils.setGraphExecutorOptimize(false);
    }

    @Override
    public void close() {
        kernels.close();
        manager.close();
    }

    @Override
    public String toString() {
        return "Compute on " + device;
    }
}
