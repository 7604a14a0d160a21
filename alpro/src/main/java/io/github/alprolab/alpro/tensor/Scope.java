package io.github.alprolab.alpro.tensor;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Optional;

/**
 * The life time of tensors: closing a scope frees all that was made in it. One scope a training
 * step keeps memory flat.
 */
public final class Scope implements AutoCloseable {
    private final Compute compute;
    private final PtNDManager manager;
    private final Optional<Blocks> blocks;
    private final Optional<AttentionWatch> watch;

    Scope(
            Compute compute,
            PtNDManager manager,
            Optional<Blocks> blocks,
            Optional<AttentionWatch> watch) {
        this.compute = compute;
        this.manager = manager;
        this.blocks = blocks;
        this.watch = watch;
    }

    /** A float32 tensor with these values, row-major. */
    public Tensor of(float[] values, long... shape) {
        return upload(FloatBuffer.wrap(values), new Shape(shape), DataType.FLOAT32);
    }

    /** An int64 tensor with these values, row-major. */
    public Tensor of(long[] values, long... shape) {
        return upload(LongBuffer.wrap(values), new Shape(shape), DataType.INT64);
    }

    /** An int64 vector. */
    public Tensor indices(int... values) {
        long[] wide = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return of(wide, values.length);
    }

    /** A float32 tensor of one repeated value. */
    public Tensor full(double value, long... shape) {
        return wrap(manager.full(new Shape(shape), (float) value, DataType.FLOAT32));
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
        ByteBuffer pixel = ByteBuffer.wrap(new byte[3]);
        return normalised(upload(pixel, new Shape(1, 1, 1, 1, 3), DataType.UINT8)).reshape(3, 1, 1);
    }

    private Tensor upload(Buffer values, Shape shape, DataType type) {
        return wrap(compute.host().upload(manager, values, shape, type));
    }

    private Tensor normalised(Tensor bytes) {
        Tensor mean = of(new float[] {0.48145466f, 0.4578275f, 0.40821073f}, 3, 1, 1);
        Tensor deviation = of(new float[] {0.26862954f, 0.26130258f, 0.27577711f}, 3, 1, 1);
        return mean.run("frames", Tensor.value(bytes), Tensor.value(mean), Tensor.value(deviation));
    }

    /** A shorter-lived scope on the same device, watched as this one is. */
    public Scope sub() {
        return compute.scope(Optional.empty(), watch);
    }

    /** Who wants to see an attention; empty for nearly all scopes. */
    Optional<AttentionWatch> watch(String attention) {
        return watch.filter(w -> w.wants(attention));
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
