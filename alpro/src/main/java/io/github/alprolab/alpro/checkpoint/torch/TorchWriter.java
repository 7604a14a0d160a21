package io.github.alprolab.alpro.checkpoint.torch;

import io.github.alprolab.alpro.checkpoint.Elements;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.datasets.file.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes a state dict that {@code torch.load(file, weights_only=True)} reads. */
public final class TorchWriter {
    /** Where PyTorch puts what it does not read itself. */
    static final String EXTRA = "/extra/";

    private static final String FOLDER = "archive";

    private TorchWriter() {}

    /**
     * Writes float32 and int64 tensors in the given order, beside {@code file} first.
     *
     * @param tensors asked for one after the other, so that they may be made one after the other
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file, Iterable<StoredTensor> tensors) throws IOException {
        write(file, tensors, Map.of());
    }

    /**
     * The same with entries beside the tensors, which {@code torch.load} passes over.
     *
     * @param extra bytes by name
     */
    public static void write(Path file, Iterable<StoredTensor> tensors, Map<String, byte[]> extra)
            throws IOException {
        AtomicFile.make(file, unfinished -> archive(unfinished, tensors, extra));
    }

    private static void archive(
            Path file, Iterable<StoredTensor> tensors, Map<String, byte[]> extra)
            throws IOException {
        try (FileChannel out =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE);
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(Zip64Mode.AsNeeded);
            entries(zip, tensors);
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(extra).entrySet()) {
                entry(zip, EXTRA.substring(1) + entry.getKey(), entry.getValue());
            }
        }
    }

    /** The pickle comes last: by then the shapes of all tensors are known. */
    private static void entries(ZipArchiveOutputStream zip, Iterable<StoredTensor> tensors)
            throws IOException {
        entry(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        StateDictPickle pickle = new StateDictPickle();
        for (StoredTensor tensor : tensors) {
            long bytes = 4L * tensor.values().length + 8L * tensor.integers().length;
            begin(zip, "data/" + pickle.add(tensor), bytes);
            Elements.write(zip, tensor);
            zip.closeArchiveEntry();
        }
        entry(zip, "data.pkl", pickle.finished());
        entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void entry(ZipArchiveOutputStream zip, String name, byte[] bytes)
            throws IOException {
        begin(zip, name, bytes.length);
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    /** Uncompressed, which is what PyTorch maps into memory. The sum is filled in at the end. */
    private static void begin(ZipArchiveOutputStream zip, String name, long bytes)
            throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(FOLDER + "/" + name);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(bytes);
        entry.setTime(0);
        zip.putArchiveEntry(entry);
    }
}
