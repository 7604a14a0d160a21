package io.github.alprolab.alpro.weights;

import io.github.alprolab.alpro.checkpoint.CheckpointFile;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.checkpoint.torch.TorchFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file with weights, told by its ending: {@code .safetensors}, our own {@code .alpro}, or else a
 * file of PyTorch.
 */
public final class WeightFile {
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

    private static boolean isSafetensors(Path file) {
        return file.toString().endsWith(".safetensors");
    }

    private static boolean isOurs(Path file) {
        return file.toString().endsWith(".alpro");
    }
}
