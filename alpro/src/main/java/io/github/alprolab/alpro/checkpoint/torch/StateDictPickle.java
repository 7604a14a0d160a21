package io.github.alprolab.alpro.checkpoint.torch;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Pickles a dict of tensors, protocol 2, each with a storage of its own named 0, 1, 2, … */
final class StateDictPickle {
    private static final int PROTOCOL = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int storages;

    StateDictPickle() {
        order(0x80).order(PROTOCOL).order('}').order('(');
    }

    /** Adds a tensor and says the name of its storage. */
    String add(StoredTensor tensor) {
        String storage = Integer.toString(storages++);
        text(tensor.name()).tensor(tensor, storage);
        return storage;
    }

    /** Ends the dict. */
    byte[] finished() {
        order('u').order('.');
        return out.toByteArray();
    }

    /** {@code _rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks)}. */
    private void tensor(StoredTensor tensor, String key) {
        long count = tensor.isFloat() ? tensor.values().length : tensor.integers().length;
        global("torch._utils", "_rebuild_tensor_v2").order('(');
        order('(')
                .text("storage")
                .global("torch", tensor.isFloat() ? "FloatStorage" : "LongStorage");
        text(key).text("cpu").whole(count).order('t').order('Q');
        whole(0).tuple(tensor.shape()).tuple(strides(tensor.shape())).order(0x89);
        global("collections", "OrderedDict").order(')').order('R');
        order('t').order('R');
    }

    private StateDictPickle tuple(long[] lengths) {
        order('(');
        for (long length : lengths) {
            whole(length);
        }
        return order('t');
    }

    private StateDictPickle whole(long value) {
        order(0x8a).order(Long.BYTES);
        byte[] bytes =
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array();
        out.writeBytes(bytes);
        return this;
    }

    private StateDictPickle text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        order('X');
        out.writeBytes(
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(bytes.length)
                        .array());
        out.writeBytes(bytes);
        return this;
    }

    private StateDictPickle global(String module, String name) {
        order('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private StateDictPickle order(int order) {
        out.write(order);
        return this;
    }

    private static long[] strides(long[] shape) {
        long[] strides = new long[shape.length];
        long step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= Math.max(1, shape[axis]);
        }
        return strides;
    }
}
