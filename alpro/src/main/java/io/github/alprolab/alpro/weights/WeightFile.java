package io.github.alprolab.alpro.weights;

import io.github.alprolab.alpro.checkpoint.CheckpointFile;
import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.checkpoint.torch.TorchFile;
import io.github.alprolab.alpro.checkpoint.torch.TorchWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file with weights, told by its ending: {@code .safetensors}, our own {@code .alpro}, or else a
 * file of PyTorch.
 */
public final class WeightFile {
    /** Under which name files of other formats carry it. */
    private static final String DESCRIPTION = "alprolab.json";

    private WeightFile() {}

    /** The tensors of a file, which is opened when they are read. */
    public static TensorSource tensors(Path file) {
        if (isSafetensors(file)) {
            return sink -> Safetensors.read(file, sink);
        }
        if (isOurs(file)) {
            return sink -> CheckpointFile.open(file).tensors(CheckpointFile.MODEL, sink);
        }
        return sink -> {
            try (TorchFile torch = TorchFile.open(file)) {
                torch.read(sink);
            }
        };
    }

    /**
     * Names and shapes of the tensors of a file, without reading values.
     *
     * @throws IOException when it cannot be read
     */
    public static Map<String, long[]> shapes(Path file) throws IOException {
        if (isSafetensors(file)) {
            return Safetensors.shapes(file);
        }
        if (isOurs(file)) {
            return CheckpointFile.shapes(file);
        }
        try (TorchFile torch = TorchFile.open(file)) {
            return torch.shapes();
        }
    }

    /**
     * What a file of ours, or one that {@code Export} wrote, says of its model beside the tensors.
     *
     * @return empty for files of other programs
     * @throws IOException when it cannot be read or says what cannot be
     */
    public static Optional<CheckpointManifest> description(Path file) throws IOException {
        Optional<byte[]> json = json(file);
        try {
            return json.isEmpty()
                    ? Optional.empty()
                    : Optional.of(CheckpointManifest.parse(json.get()));
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<byte[]> json(Path file) throws IOException {
        if (isSafetensors(file)) {
            return Optional.ofNullable(Safetensors.metadata(file).get(DESCRIPTION))
                    .map(text -> text.getBytes(StandardCharsets.UTF_8));
        }
        if (isOurs(file)) {
            return Optional.of(CheckpointManifest.read(file).json());
        }
        try (TorchFile torch = TorchFile.open(file)) {
            return torch.extra(DESCRIPTION);
        }
    }

    /**
     * Writes tensors with a description of their model that readers of other programs pass over, by
     * the ending of the name: {@code .safetensors}, or else a file of PyTorch.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(
            Path file, Iterable<StoredTensor> tensors, CheckpointManifest description)
            throws IOException {
        byte[] json = description.json();
        if (isSafetensors(file)) {
            List<StoredTensor> all = new ArrayList<>();
            tensors.forEach(all::add);
            String text = new String(json, StandardCharsets.UTF_8);
            Safetensors.write(file, all, Map.of("format", "pt", DESCRIPTION, text));
        } else {
            TorchWriter.write(file, tensors, Map.of(DESCRIPTION, json));
        }
    }

    private static boolean isSafetensors(Path file) {
        return file.toString().endsWith(".safetensors");
    }

    private static boolean isOurs(Path file) {
        return file.toString().endsWith(".alpro");
    }
}
