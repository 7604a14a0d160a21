package io.github.alprolab.alpro.checkpoint.torch;

import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A file of {@code torch.save}, zip or legacy. Opening reads names, shapes and places alone;
 * tensors are read one at a time, so that a file of gigabytes is never held as a whole.
 */
public final class TorchFile implements Closeable {
    private final Path file;
    private final Storages storages;
    private final Map<String, TensorRef> tensors;

    private TorchFile(Path file, Storages storages, Map<String, TensorRef> tensors) {
        this.file = file;
        this.storages = storages;
        this.tensors = tensors;
    }

    /**
     * Opens a file and finds its state dict, also inside the usual wrappers.
     *
     * @throws IOException naming the file and what is wrong: truncated, damaged, without tensors,
     *     or naming something that would have to be run
     */
    public static TorchFile open(Path file) throws IOException {
        try {
            Storages storages = isZip(file) ? ZipStorages.open(file) : LegacyStorages.open(file);
            try {
                return new TorchFile(file, storages, StateDictFinder.find(storages.root()));
            } catch (IOException e) {
                storages.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Names of the tensors in file order. */
    public Set<String> names() {
        return tensors.keySet();
    }

    /**
     * Reads all tensors in file order; half precision is widened, whole numbers become int64.
     *
     * @throws IOException when a tensor is missing or damaged
     */
    public void read(Safetensors.Sink sink) throws IOException {
        for (Map.Entry<String, TensorRef> entry : tensors.entrySet()) {
            StoredTensor tensor;
            try {
                tensor = tensor(entry.getKey(), entry.getValue());
            } catch (IOException e) {
                throw new IOException(
                        "%s: tensor %s cannot be read: %s"
                                .formatted(file, entry.getKey(), e.getMessage()),
                        e);
            }
            sink.accept(tensor);
        }
    }

    @Override
    public void close() throws IOException {
        storages.close();
    }

    private StoredTensor tensor(String name, TensorRef tensor) throws IOException {
        ElementType type = tensor.storage().type();
        int count = Math.toIntExact(tensor.count());
        ByteBuffer data = ByteBuffer.allocate(0);
        if (count > 0) {
            data = ByteBuffer.wrap(storages.read(tensor.storage(), tensor.offset(), tensor.end()));
        }
        data.order(ByteOrder.LITTLE_ENDIAN);
        int[] places = tensor.contiguous() ? new int[0] : tensor.places();
        return type.real()
                ? StoredTensor.of(name, tensor.shape(), reals(data, type, count, places))
                : StoredTensor.of(name, tensor.shape(), wholes(data, type, count, places));
    }

    private static float[] reals(ByteBuffer data, ElementType type, int count, int[] places) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = type.real(data, places.length == 0 ? i : places[i]);
        }
        return values;
    }

    private static long[] wholes(ByteBuffer data, ElementType type, int count, int[] places) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = type.whole(data, places.length == 0 ? i : places[i]);
        }
        return values;
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }
}
