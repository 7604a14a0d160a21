package io.github.alprolab.alpro.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The life time of tensors: closing a scope frees all that was made in it. One scope a training
 * step keeps memory flat.
 */
public final class Scope implements AutoCloseable {
    private final Compute compute;
    private final PtNDManager manager;
    private final Optional<Blocks> blocks;
    private final Optional<AttentionWatch> watch;
    private final Map<List<LongBuffer>, Tensor> indices;
    private final boolean halved;

    Scope(
            Compute compute,
            PtNDManager manager,
            Optional<Blocks> blocks,
            Optional<AttentionWatch> watch) {
        this(compute, manager, blocks, watch, new ConcurrentHashMap<>(), false);
    }

    private Scope(
            Compute compute,
            PtNDManager manager,
            Optional<Blocks> blocks,
            Optional<AttentionWatch> watch,
            Map<List<LongBuffer>, Tensor> indices,
            boolean halved) {
        this.compute = compute;
        this.manager = manager;
        this.blocks = blocks;
        this.watch = watch;
        this.indices = indices;
        this.halved = halved;
    }

    /**
     * The same scope, whose products are in 16 bits where its device was opened for them. What is
     * watched stays in 32, since attention is shown in that.
     */
    Scope halved() {
        return halved || watch.isPresent() || !compute.kernels().hasHalves()
                ? this
                : new Scope(compute, manager, blocks, watch, indices, true);
    }

    /** Runs a kernel for a tensor of this scope; the arguments are closed. */
    PtNDArray run(String kernel, IValue... arguments) {
        return halved
                ? compute.kernels().runHalved(manager, kernel, arguments)
                : compute.kernels().run(manager, kernel, arguments);
    }

    /** A float32 tensor with these values, row-major. */
    public Tensor of(float[] values, long... shape) {
        return upload(FloatBuffer.wrap(values), new Shape(shape), DataType.FLOAT32);
    }

    /** A float64 tensor with these values, row-major. */
    Tensor of(double[] values, long... shape) {
        return upload(DoubleBuffer.wrap(values), new Shape(shape), DataType.FLOAT64);
    }

    /**
     * An int64 tensor with these values, row-major. Indices and labels are asked for several times
     * in a step, so that equal ones of one scope are one tensor; what lasts is each its own.
     */
    public Tensor of(long[] values, long... shape) {
        LongBuffer own = LongBuffer.wrap(values.clone());
        if (compute.lasting() == this) {
            return upload(own, new Shape(shape), DataType.INT64);
        }
        return indices.computeIfAbsent(
                List.of(own, LongBuffer.wrap(shape.clone())),
                // Uploading moves a buffer's position, by which it would be another key.
                key -> upload(own.duplicate(), new Shape(shape), DataType.INT64));
    }

    /** An int64 vector. */
    public Tensor indices(int... values) {
        long[] wide = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return of(wide, values.length);
    }

    /**
     * A float32 tensor of one repeated value.
     *
     * @throws DeviceMemoryException when there is no room for it
     */
    public Tensor full(double value, long... shape) {
        try {
            return wrap(manager.full(new Shape(shape), (float) value, DataType.FLOAT32));
        } catch (EngineException e) {
            throw DeviceMemoryException.of(e);
        }
    }

    /**
     * Pixels to network input (docs/method.md section 8.5): {@code x / 255}, then per channel
     * {@code (x - mean) / deviation} with CLIP's figures.
     *
     * @param pixels unsigned bytes, (B, T, H, W, 3) row-major, RGB
     * @return (B, T, 3, H, W)
     */
    public Tensor frames(byte[] pixels, int clips, int frames, int size) {
        Shape shape = new Shape(clips, frames, size, size, 3);
        return normalised(upload(ByteBuffer.wrap(pixels), shape, DataType.UINT8));
    }

    /** A black pixel as network input, (3, 1, 1). */
    public Tensor black() {
        PixelScale scale = compute.pixels();
        return scale.mean().in(this).scale(-1).divide(scale.deviation());
    }

    private Tensor upload(Buffer values, Shape shape, DataType type) {
        return wrap(compute.host().upload(manager, values, shape, type, this::staged));
    }

    private PtNDArray staged(PtNDArray onCpu) {
        PtNDArray like = (PtNDArray) manager.full(new Shape(), 0f, DataType.FLOAT32);
        return run("staged", IValue.from(onCpu), IValue.from(like));
    }

    private Tensor normalised(Tensor bytes) {
        PixelScale scale = compute.pixels();
        return bytes.run(
                "frames",
                Tensor.value(bytes),
                Tensor.value(scale.mean()),
                Tensor.value(scale.deviation()));
    }

    /** A shorter-lived scope on the same device, watched as this one is. */
    public Scope sub() {
        return compute.scope(Optional.empty(), watch);
    }

    /** Who wants to see an attention; empty for nearly all scopes. */
    Optional<AttentionWatch> watch(String attention) {
        return watch.filter(w -> w.wants(attention));
    }

    boolean isWatched() {
        return watch.isPresent();
    }

    /** Closes something of this package together with this scope. */
    <C extends AutoCloseable> C closing(C something) {
        manager.attachInternal(UUID.randomUUID().toString(), something);
        return something;
    }

    Compute compute() {
        return compute;
    }

    /** The blocks of this pass, in a training scope. */
    Optional<Blocks> blocks() {
        return blocks;
    }

    Kernels kernels() {
        return compute.kernels();
    }

    PtNDManager manager() {
        return manager;
    }

    private Tensor wrap(ai.djl.ndarray.NDArray array) {
        return new Tensor((PtNDArray) array, this);
    }

    @Override
    public void close() {
        manager.close();
    }
}
