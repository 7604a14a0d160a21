package io.github.alprolab.alpro.checkpoint.torch;

import io.github.alprolab.alpro.checkpoint.ElementType;
import io.github.alprolab.alpro.checkpoint.Elements;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of {@code torch.save}, zip or legacy. Opening reads names, shapes and places alone;
 * tensors are read one at a time and in pieces, so that of a file of gigabytes one tensor is in
 * memory, once.
 */
public final class TorchFile implements Closeable {
    /** Views of one storage are read once each; a small file must not ask for endless reading. */
    private static final int VIEWS_MOST = 64;

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
                Map<String, TensorRef> tensors = StateDictFinder.find(storages.root());
                requireProportion(tensors, Files.size(file));
                return new TorchFile(file, storages, tensors);
            } catch (IOException | RuntimeException e) {
                storages.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // Parts that do not fit together, found by the zip reader or by a cast.
            throw new IOException(file + " is damaged: " + e, e);
        }
    }

    /** Names of the tensors in file order. */
    public Set<String> names() {
        return tensors.keySet();
    }

    /** Lengths of the axes of the tensors, in file order. */
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape().clone()));
        return shapes;
    }

    /**
     * Reads all tensors in file order. Half precision is widened exactly, float64 is rounded and
     * marked as {@link StoredTensor#narrowed}, whole numbers become int64.
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

    /**
     * An entry beside the tensors, as {@link TorchWriter#write(Path, Iterable, Map)} makes them.
     *
     * @return its bytes; empty where there is none
     * @throws IOException when it is damaged
     */
    public Optional<byte[]> extra(String name) throws IOException {
        try {
            return storages.extra(name);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        storages.close();
    }

    private StoredTensor tensor(String name, TensorRef tensor) throws IOException {
        ElementType type = tensor.storage().type();
        if (tensor.span() > Integer.MAX_VALUE - 8) {
            throw new IOException(
                    "it spans " + tensor.span() + " elements, more than an array of Java holds");
        }
        int span = (int) tensor.span();
        try (ReadableByteChannel in = storages.open(tensor.storage(), tensor.offset(), span)) {
            return type.real()
                    ? StoredTensor.read(name, tensor.shape(), type, reals(in, tensor, span))
                    : StoredTensor.of(name, tensor.shape(), wholes(in, tensor, span));
        }
    }

    private static float[] reals(ReadableByteChannel in, TensorRef tensor, int span)
            throws IOException {
        float[] stored = Elements.reals(in, tensor.storage().type(), span, span);
        if (tensor.contiguous()) {
            return stored;
        }
        int[] places = tensor.places();
        float[] values = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = stored[places[i]];
        }
        return values;
    }

    private static long[] wholes(ReadableByteChannel in, TensorRef tensor, int span)
            throws IOException {
        long[] stored = Elements.wholes(in, tensor.storage().type(), span, span);
        if (tensor.contiguous()) {
            return stored;
        }
        int[] places = tensor.places();
        long[] values = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = stored[places[i]];
        }
        return values;
    }

    private static void requireProportion(Map<String, TensorRef> tensors, long size)
            throws IOException {
        double bytes =
                tensors.values().stream()
                        .mapToDouble(t -> (double) t.span() * t.storage().type().bytes())
                        .sum();
        if (bytes > (double) VIEWS_MOST * size) {
            throw new IOException(
                    "its tensors ask for %.0f bytes and the file has %d; it is damaged."
                            .formatted(bytes, size));
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }
}
