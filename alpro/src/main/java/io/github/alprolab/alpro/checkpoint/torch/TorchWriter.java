package io.github.alprolab.alpro.checkpoint.torch;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes a state dict that {@code torch.load(file, weights_only=True)} reads. */
public final class TorchWriter {
    private static final String FOLDER = "archive/";

    private TorchWriter() {}

    /**
     * Writes float32 and int64 tensors in the given order, beside {@code file} first.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file, List<StoredTensor> tensors) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished));
                    ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                zip.setUseZip64(Zip64Mode.AsNeeded);
                entries(zip, tensors);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void entries(ZipArchiveOutputStream zip, List<StoredTensor> tensors)
            throws IOException {
        entry(zip, "data.pkl", StateDictPickle.of(tensors));
        entry(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < tensors.size(); i++) {
            entry(zip, "data/" + i, bytes(tensors.get(i)));
        }
        entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Uncompressed, which is what PyTorch maps into memory; size and sum come first then. */
    private static void entry(ZipArchiveOutputStream zip, String name, byte[] bytes)
            throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(FOLDER + name);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTime(0);
        zip.putArchiveEntry(entry);
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    private static byte[] bytes(StoredTensor tensor) {
        boolean real = StateDictPickle.isReal(tensor);
        int count = real ? tensor.values().length : tensor.integers().length;
        ByteBuffer data =
                ByteBuffer.allocate(count * (real ? Float.BYTES : Long.BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN);
        if (real) {
            data.asFloatBuffer().put(tensor.values());
        } else {
            data.asLongBuffer().put(tensor.integers());
        }
        return data.array();
    }
}
